package io.clearover.operation;

import io.clearover.database.Reading;
import io.clearover.job.ContextId;
import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverJobs;
import io.clearover.job.ForeignJobs;
import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.job.JobLog;
import io.clearover.job.JobMetadata;
import io.clearover.job.NewJob;
import io.clearover.operation.OperationRequest.VmRef;
import io.clearover.vm.Vm;
import io.clearover.vm.VmContext;
import io.clearover.vm.VmContexts;
import io.clearover.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Opens the job of an operation on a VM, if none is running there. The VM's row is locked meanwhile, so of two starts at
 * once, from whichever server, one wins. Thread-safe.
 */
@ApplicationScoped
public class Opening {

    /**
     * What runs on a VM; uses idx_job_tracking_context_id. Jobs of other programs count only while they are reported on,
     * since nothing ends those whose process died.
     */
    private static final String RUNNING =
            """
            SELECT id FROM job_tracking
             WHERE context_id = :context AND status IN ('pending', 'running') AND job_type IN ('failover', 'cleanup')
               AND (owner LIKE 'clearover@%' OR updated_at > :reported_after)
             ORDER BY started_at DESC LIMIT 1
            """;

    private final VmContexts vms;
    private final JobLog jobs;
    private final FailoverJobs failovers;
    private final ForeignJobs foreignJobs;
    private final Reading reading;
    private final Clock clock;

    Opening() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public Opening(
            VmContexts vms,
            JobLog jobs,
            FailoverJobs failovers,
            ForeignJobs foreignJobs,
            Reading reading,
            Clock clock) {
        this.vms = vms;
        this.jobs = jobs;
        this.failovers = failovers;
        this.foreignJobs = foreignJobs;
        this.reading = reading;
        this.clock = clock;
    }

    /** A job that is open. */
    public record Opened(Job job, Vm vm, ExternalJobId externalId) {}

    /**
     * Opens a pending job, in a transaction of its own: it is there for everyone before the operation starts to run.
     *
     * @param plan names of all steps
     * @param wanted what the request asks for, as the job's metadata
     * @throws ProblemException (404) for an unknown VM, (409) for an ambiguous name, a running operation or a VM state
     *     that doesn't allow it, (400) if name and id are of different VMs
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Opened open(JobKind kind, VmRef ref, List<String> plan, String user, Wanted wanted) {
        VmContext context =
                vms.lock(ref.contextId() == null ? vms.named(ref.vmName()) : new ContextId(ref.contextId()));
        Vm vm = context.vm();
        requireSame(ref, vm);
        requireNothingRunning(context);
        requireState(kind, context);
        ExternalJobId externalId = ExternalJobId.of(kind, vm.name(), clock.instant());
        JobMetadata metadata = new JobMetadata(
                vm.contextId().value(),
                vm.vmwareVmId(),
                vm.name(),
                "test",
                externalId.value(),
                externalId.value(),
                user,
                plan,
                wanted.performFinalSync(),
                wanted.skipVirtio());
        Job job = jobs.open(new NewJob(kind, vm.contextId(), externalId, metadata));
        if (kind == JobKind.TEST_FAILOVER) {
            failovers.open(vm.contextId(), externalId, vm.vmwareVmId(), vm.name());
        }
        return new Opened(job, vm, externalId);
    }

    /**
     * What a request asks for.
     *
     * @param performFinalSync null for a rollback
     * @param skipVirtio null for a rollback
     */
    public record Wanted(Boolean performFinalSync, Boolean skipVirtio) {}

    private static void requireSame(VmRef ref, Vm vm) {
        if (ref.vmName() != null && !ref.vmName().equals(vm.name())) {
            throw ProblemException.badField("vm_name", "is not the name of the VM with this context_id");
        }
        if (ref.vmwareVmId() != null && !ref.vmwareVmId().equals(vm.vmwareVmId())) {
            throw ProblemException.badField("vmware_vm_id", "is not the id of the VM that is named; leave it out");
        }
    }

    private void requireNothingRunning(VmContext context) {
        Map<String, Object> parameters =
                Map.of("context", context.id().value(), "reported_after", foreignJobs.reportedAfter());
        reading.first(RUNNING, parameters, Running.class).ifPresent(running -> {
            throw ProblemException.conflict(
                    "operation-running",
                    "An operation is running",
                    "Another operation is running on this VM. Wait until it has ended; its status is at"
                            + " /api/v1/failover/" + running.id() + "/status.");
        });
    }

    /** A row of {@link #RUNNING}. */
    public record Running(String id) {}

    private static void requireState(JobKind kind, VmContext context) {
        boolean rollback = kind == JobKind.ROLLBACK;
        boolean allowed =
                rollback ? context.status().allowsRollback() : context.status().allowsTestFailover();
        if (!allowed) {
            throw ProblemException.conflict(
                    "wrong-vm-state",
                    "Not in this state",
                    rollback
                            ? context.status().whyNoRollback()
                            : context.status().whyNoTestFailover());
        }
    }
}
