package io.clearover.operation;

import jakarta.ejb.ApplicationException;

/** An operation that can't be started or stopped now; rolls back the transaction that it leaves. */
@ApplicationException(rollback = true)
public class OperationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What keeps it from being started or stopped. */
    public enum Reason {
        /** Another operation runs on the VM. */
        OPERATION_RUNNING,
        /** The VM's state allows no such operation. */
        WRONG_VM_STATE,
        /** The key of the request started another operation. */
        KEY_USED,
        /** Too many operations wait for a thread. */
        TOO_MANY_WAITING,
        /** Another program of the appliance runs the job. */
        RUN_BY_ANOTHER_PROGRAM,
        /** The job has ended. */
        JOB_ENDED,
        /** A rollback can't be stopped half-way. */
        ROLLBACK_NOT_CANCELLABLE
    }

    /** @param message what is the matter and what to do, in plain words */
    OperationRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
