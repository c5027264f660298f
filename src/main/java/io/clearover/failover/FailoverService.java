package io.clearover.failover;

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

/** Starts failovers, and tells of their ends. Thread-safe. */
@ApplicationScoped
public class FailoverService implements OperationService {

    private final Operations operations;
    private final FailoverPlan plan;
    private final Event<OperationEnded> ended;

    FailoverService() {
        this(null, null, null);
    }

    @Inject
    public FailoverService(Operations operations, FailoverPlan plan, Event<OperationEnded> ended) {
        this.operations = operations;
        this.plan = plan;
        this.ended = ended;
    }

    /**
     * Starts a failover; returns when its job is recorded, while it runs.
     *
     * @param kind test or live
     * @param user who starts it
     * @param key id of the job that the request's Idempotency-Key stands for
     * @param retryOf the job that it repeats; null if it repeats none
     * @throws RuntimeException as {@link Operations#start} says
     */
    public OpenedOperation start(
            JobKind kind, VmRef vm, Options options, String user, Optional<JobId> key, String retryOf) {
        return operations.start(new RequestedOperation(
                kind, vm, null, type -> plan.names(), options, user, key, retryOf, RollbackScope.ANYTHING));
    }

    @Override
    public boolean runs(JobKind kind) {
        return kind.isFailover();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void ended(OperationEnded event) {
        ended.fire(event);
    }
}
