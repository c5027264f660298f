package io.clearover.rollback;

import io.clearover.job.FailoverType;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.OperationEnded;
import io.clearover.job.Options;
import io.clearover.operation.OpenedOperation;
import io.clearover.operation.OperationService;
import io.clearover.operation.Operations;
import io.clearover.operation.RequestedOperation;
import io.clearover.operation.RollbackScope;
import io.clearover.operation.VmRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/** Starts rollbacks, and tells of their ends. Thread-safe. */
@ApplicationScoped
public class RollbackService implements OperationService {

    private static final Options NOTHING_SAID = new Options(null, null, null, null);

    private final Operations operations;
    private final RollbackPlan plan;
    private final Event<OperationEnded> ended;

    RollbackService() {
        this(null, null, null);
    }

    @Inject
    public RollbackService(Operations operations, RollbackPlan plan, Event<OperationEnded> ended) {
        this.operations = operations;
        this.plan = plan;
        this.ended = ended;
    }

    /**
     * Starts a rollback; returns when its job is recorded, while it runs.
     *
     * @param type what is said to be rolled back; null if that isn't said
     * @param user who starts it
     * @param key id of the job that the request's Idempotency-Key stands for
     * @param retryOf the job that it repeats; null if it repeats none
     * @throws RuntimeException as {@link Operations#start} says
     */
    public OpenedOperation start(
            VmRef vm, FailoverType type, Options options, String user, Optional<JobId> key, String retryOf) {
        return start(vm, type, options, user, key, retryOf, RollbackScope.ANYTHING);
    }

    /**
     * Starts a rollback of no more than is meant; the source VM is switched on again if a failed operation was to do so, or had
     * switched it off.
     *
     * @param scope what may be rolled back
     * @throws RuntimeException as {@link Operations#start} says
     */
    public OpenedOperation cleanUp(VmRef vm, RollbackScope scope, String user) {
        return start(vm, null, NOTHING_SAID, user, Optional.empty(), null, scope);
    }

    private OpenedOperation start(
            VmRef vm,
            FailoverType type,
            Options options,
            String user,
            Optional<JobId> key,
            String retryOf,
            RollbackScope scope) {
        return operations.start(
                new RequestedOperation(JobKind.ROLLBACK, vm, type, plan::names, options, user, key, retryOf, scope));
    }

    @Override
    public boolean runs(JobKind kind) {
        return kind == JobKind.ROLLBACK;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void ended(OperationEnded event) {
        ended.fire(event);
    }
}
