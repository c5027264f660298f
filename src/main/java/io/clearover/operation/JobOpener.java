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
import io.clearover.job.OurJobs;
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

    /**
     * The newest of our operations on a VM, if that is a rollback, for the parameter context; uses
     * idx_clearover_job_tracking_recent.
     */
    private static final String NEWEST_ROLLBACK =
            """
            SELECT id FROM (SELECT id, job_type FROM job_tracking
                             WHERE context_id = :context AND job_type IN ('failover', 'cleanup') AND %s
                             ORDER BY started_at DESC LIMIT 1) newest
             WHERE job_type = 'cleanup'
            """
                    .formatted(OurJobs.OURS);

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
        requireState(request, context);
        queue.requireRoom();
        FailoverType type = type(request.kind(), context);
        RequestedOperation meant = context.status() == VmStatus.CLEANUP_REQUIRED ? request.of(type) : request;
        meant.requireType(type);
        return new OpenedOperation(open(meant, type, options(request, meant, context), context), context.vm(), false);
    }

    private Job open(RequestedOperation request, FailoverType type, Options options, VmContext context) {
        Vm vm = context.vm();
        JobId id = request.key().orElseGet(JobId::random);
        ExternalJobId externalId = ExternalJobId.of(request.kind(), type, vm.name(), clock.instant(), id);
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
     * switches it on: nobody meant it to stay off. One after a rollback that failed does what that was to do. Whoever
     * didn't know that a live failover had failed didn't mean it either, where it isn't known what that did.
     */
    private Options options(RequestedOperation sent, RequestedOperation meant, VmContext context) {
        if (meant.kind() != JobKind.ROLLBACK) {
            return meant.options();
        }
        boolean unaware = meant != sent && isFailedOverByAnother(context);
        return meant.options().orPowerOn(unaware || hasLeftSourceOff(context) || wasToPowerOn(context));
    }

    private boolean isFailedOverByAnother(VmContext context) {
        return failovers.newest(context.id()).filter(last -> !last.isOurs()).isPresent();
    }

    private boolean wasToPowerOn(VmContext context) {
        return context.status() == VmStatus.CLEANUP_REQUIRED
                && database.first(
                                NEWEST_ROLLBACK, Map.of("context", context.id().value()), Running.class)
                        .flatMap(newest -> jobs.find(new JobId(newest.id())))
                        .map(RecordedJob::job)
                        .filter(rollback -> rollback.status() == JobStatus.FAILED)
                        .map(rollback -> rollback.metadata().powerOnSource())
                        .filter(Boolean.TRUE::equals)
                        .isPresent();
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

    private static Job requireSame(RequestedOperation sent, VmContext context, Job job) {
        RequestedOperation request = sent.of(job.type());
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

    /** A row of {@link #RUNNING} or {@link #NEWEST_ROLLBACK}. */
    public record Running(String id) {}

    private static void requireState(RequestedOperation request, VmContext context) {
        VmStatus status = context.status();
        boolean rollback = request.kind() == JobKind.ROLLBACK;
        boolean allowed = rollback ? request.scope().covers(status) : status.allowsFailover();
        if (!allowed) {
            throw new OperationRefusedException(
                    Reason.WRONG_VM_STATE, rollback ? request.scope().whyNot(status) : status.whyNoFailover());
        }
    }
}
