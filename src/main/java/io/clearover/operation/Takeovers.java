package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.job.JobLeases;
import io.clearover.job.JobLeases.Owned;
import io.clearover.job.JobLeases.Silence;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.vm.VmContexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes over the operations of dead servers: nobody else will. Thread-safe; several servers may do it at once. */
@ApplicationScoped
public class Takeovers {

    private static final Logger LOG = Logger.getLogger(Takeovers.class.getName());

    private final JobLeases leases;
    private final LeaseGuard guard;
    private final JobStore jobs;
    private final VmContexts vms;
    private final OperationFactories factories;
    private final Engine engine;
    private final OperationFinisher finisher;

    Takeovers() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Takeovers(
            JobLeases leases,
            LeaseGuard guard,
            JobStore jobs,
            VmContexts vms,
            OperationFactories factories,
            Engine engine,
            OperationFinisher finisher) {
        this.leases = leases;
        this.guard = guard;
        this.jobs = jobs;
        this.vms = vms;
        this.factories = factories;
        this.engine = engine;
        this.finisher = finisher;
    }

    /** Takes all that are abandoned by now. One that can't be taken doesn't keep the others from it. */
    public void takeAbandoned(Silence silence) {
        leases.abandoned(silence).forEach(job -> take(job, silence));
    }

    private void take(Owned abandoned, Silence silence) {
        try {
            long now = guard.now();
            if (!engine.has(abandoned.jobId()) && leases.take(abandoned, silence)) {
                goOn(abandoned, now);
            }
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, later, () -> "job=%s could not be taken over".formatted(abandoned.id()));
        }
    }

    private void goOn(Owned owned, long since) {
        try {
            LOG.warning(() -> "job=%s is taken over from %s".formatted(owned.id(), owned.owner()));
            Job job = jobs.find(owned.jobId()).orElseThrow().job();
            vms.find(job.contextId())
                    .ifPresentOrElse(
                            vm -> goOn(factories.plan(job, vm), job.status(), since),
                            () -> endWithoutVm(owned.jobId()));
        } catch (RuntimeException unrecorded) {
            LOG.log(Level.SEVERE, unrecorded, () -> "job=%s could not be gone on with".formatted(owned.id()));
            leases.giveUp(owned.jobId());
        }
    }

    private void goOn(OperationPlan plan, JobStatus status, long since) {
        if (status == JobStatus.PENDING) {
            engine.launch(plan, since);
        } else {
            engine.takeOver(plan, since);
        }
    }

    private void endWithoutVm(JobId id) {
        finisher.end(id, Outcome.failed("VM context not found: it was deleted while this job was running"));
    }
}
