package io.clearover.rollback.step;

import io.clearover.job.StepAndUndo;
import io.clearover.operation.OperationStep;
import io.clearover.operation.ReplicationEnd;
import io.clearover.rollback.Rollback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Waits until the final sync that a failover has left no longer writes to the disks. Part of an undo alone. */
@ApplicationScoped
public class EndFinalSync implements OperationStep<Rollback> {

    private final ReplicationEnd end;

    EndFinalSync() {
        this(null);
    }

    @Inject
    public EndFinalSync(ReplicationEnd end) {
        this.end = end;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.END_FINAL_SYNC;
    }

    /** The replication has the id of the failover that began it. */
    @Override
    public void run(Rollback undo) {
        end.await(undo.externalJobId().value(), () -> {});
    }
}
