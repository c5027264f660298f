package io.clearover.operation;

import io.clearover.database.Database;
import io.clearover.job.ContextId;
import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverJobs;
import io.clearover.job.FailoverType;
import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobMetadata;
import io.clearover.job.JobMetadataBuilder;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.job.LastFailover;
import io.clearover.job.NewJob;
import io.clearover.job.Options;
import io.clearover.job.RecordedJob;
import io.clearover.job.RunningJobs;
import io.clearover.operation.OperationRefusedException.Reason;
import io.clearover.vm.Vm;
import io.clearover.vm.VmContext;
import io.clearover.vm.VmContexts;
import io.clearover.vm.VmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the job of an operation on a VM, if none is running there. The VM's row is locked meanwhile, so of two starts at
 * once, from whichever server, one wins. Thread-safe.
 */
@ApplicationScoped
public class JobOpener {

    /**
     * What runs on a VM: the id of its newest running job, for the parameters context and reported_after; uses
     * idx_job_tracking_context_id. Jobs of other programs count only while they are reported on, since nothing ends those
     * whose process died.
     */
    public static final String RUNNING =
            """
            SELECT id FROM job_tracking
             WHERE context_id = :context AND %s
             ORDER BY started_at DESC LIMIT 1
            """
                    .formatted(RunningJobs.OPERATION_RUNS);

    private final VmContexts vms;
    private final JobStore jobs;
    private final FailoverJobs failovers;
    private final RunningJobs runningJobs;
    private final OperationQueue queue;
    private final Database database;
    private final Clock clock;

    JobOpener() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public JobOpener(
            VmContexts vms,
            JobStore jobs,
            FailoverJobs failovers,
            RunningJobs runningJobs,
            OperationQueue queue,
            Database database,
            Clock clock) {
        this.vms = vms;
        this.jobs = jobs;
        this.failovers = failovers;
        this.runningJobs = runningJobs;
        this.queue = queue;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens a pending job, in a transaction of its own: it is there for everyone before the operation starts to run.
     *
     * @throws io.clearover.job.UnknownIdException for an unknown VM
     * @throws io.clearover.job.AmbiguousIdException for an ambiguous name
     * @throws WrongRequestException if name and id are of different VMs, or there is something else to roll back
     * @throws OperationRefusedException if an operation is running, the VM's state doesn't allow it, its key was used for
     *     another request, or too many operations are waiting
     */
    @Transactional(TxType.REQUIRES_NEW)
    public OpenedOperation open(RequestedOperation request) {
        VmRef ref = request.vm();
        VmContext context =
                vms.lock(ref.contextId() == null ? vms.named(ref.vmName()) : new ContextId(ref.contextId()));
        ref.requireIs(context.vm());
        Optional<Job> repeated = request.key().flatMap(jobs::find).map(RecordedJob::job);
        if (repeated.isPresent()) {
            return new OpenedOperation(requireSame(request, context, repeated.get()), context.vm(), true);
        }
        requireNothingRunning(context);
        requireState(request.kind(), context);
        queue.requireRoom();
        return new OpenedOperation(open(request, context), context.vm(), false);
    }

    private Job open(RequestedOperation request, VmContext context) {
        Vm vm = context.vm();
        FailoverType type = type(request.kind(), context);
        request.requireType(type);
        JobId id = request.key().orElseGet(JobId::random);
        ExternalJobId externalId = ExternalJobId.of(request.kind(), type, vm.name(), clock.instant(), id);
        Options options = options(request, context);
        JobMetadata metadata = JobMetadataBuilder.builder()
                .contextId(vm.contextId().value())
                .vmwareVmId(vm.vmwareVmId())
                .vmName(vm.name())
                .failoverType(type.text())
                .failoverJobId(externalId.value())
                .externalJobId(externalId.value())
                .startedBy(request.user())
                .plan(request.plan().apply(type))
                .performFinalSync(options.performFinalSync())
                .skipVirtio(options.skipVirtio())
                .powerOffSource(options.powerOffSource())
                .powerOnSource(options.powerOnSource())
                .retryOf(request.retryOf())
                .changed(false)
                .build();
        if (request.kind() == JobKind.ROLLBACK) {
            metadata = metadata.asRollback();
        }
        if (request.kind().isFailover()) {
            failovers.open(vm.contextId(), type, externalId, vm.vmwareVmId(), vm.name());
        }
        return jobs.open(new NewJob(id, request.kind(), vm.contextId(), externalId, metadata));
    }

    /**
     * Unless its request says otherwise, the rollback of a failover that failed after it had switched the source VM off
     * switches it on: nobody meant it to stay off.
     */
    private Options options(RequestedOperation request, VmContext context) {
        return request.kind() == JobKind.ROLLBACK
                ? request.options().orPowerOn(hasLeftSourceOff(context))
                : request.options();
    }

    private boolean hasLeftSourceOff(VmContext context) {
        return context.status() == VmStatus.CLEANUP_REQUIRED
                && failovers
                        .newest(context.id())
                        .map(LastFailover::trackedId)
                        .flatMap(id -> jobs.find(new JobId(id)))
                        .filter(failover -> failover.job().status() != JobStatus.COMPLETED)
                        .filter(RecordedJob::hasSwitchedSourceOff)
                        .isPresent();
    }

    /** A rollback finds out what there is to roll back. */
    private FailoverType type(JobKind kind, VmContext context) {
        if (kind == JobKind.LIVE_FAILOVER || context.status() == VmStatus.FAILED_OVER_LIVE) {
            return FailoverType.LIVE;
        }
        if (kind == JobKind.TEST_FAILOVER || context.status() == VmStatus.FAILED_OVER_TEST) {
            return FailoverType.TEST;
        }
        return failovers.newest(context.id()).map(LastFailover::type).orElse(FailoverType.TEST);
    }

    private static Job requireSame(RequestedOperation request, VmContext context, Job job) {
        boolean same = job.kind() == request.kind()
                && job.contextId().equals(context.id())
                && job.metadata()
                        .options()
                        .equals(request.options().orPowerOn(job.metadata().powerOnSource()));
        if (!same) {
            throw new OperationRefusedException(
                    Reason.KEY_USED,
                    "Another request was sent with this Idempotency-Key. Send a new key with a new request.");
        }
        return job;
    }

    private void requireNothingRunning(VmContext context) {
        Map<String, Object> parameters =
                Map.of("context", context.id().value(), "reported_after", runningJobs.reportedAfter());
        database.first(RUNNING, parameters, Running.class).ifPresent(running -> {
            throw new OperationRefusedException(new JobId(running.id()));
        });
    }

    /** A row of {@link #RUNNING}. */
    public record Running(String id) {}

    private static void requireState(JobKind kind, VmContext context) {
        boolean rollback = kind == JobKind.ROLLBACK;
        boolean allowed =
                rollback ? context.status().allowsRollback() : context.status().allowsFailover();
        if (!allowed) {
            throw new OperationRefusedException(
                    Reason.WRONG_VM_STATE,
                    rollback
                            ? context.status().whyNoRollback()
                            : context.status().whyNoFailover());
        }
    }
}
