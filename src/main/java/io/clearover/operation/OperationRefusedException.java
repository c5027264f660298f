package io.clearover.operation;

import io.clearover.job.JobId;
import jakarta.ejb.ApplicationException;

/**
 * What is asked of an operation can't be done now: to start it, to stop it, to repeat it or to keep what its test has shown.
 * Rolls back the transaction that it leaves.
 */
@ApplicationException(rollback = true)
public class OperationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient JobId running;

    /** What is in the way. */
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
        ROLLBACK_NOT_CANCELLABLE,
        /** It is not known any more what a job to repeat was asked to do. */
        REQUEST_UNKNOWN,
        /** A job to repeat neither failed nor was cancelled. */
        NOTHING_TO_RETRY,
        /** A job whose test has shown something is no test failover of ours that has completed. */
        NO_COMPLETED_TEST
    }

    /** @param message what is the matter and what to do, in plain words */
    public OperationRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.running = null;
    }

    /** @param running the job that runs on the VM */
    OperationRefusedException(JobId running) {
        super("Another operation is running on this VM. Wait until it has ended.");
        this.reason = Reason.OPERATION_RUNNING;
        this.running = running;
    }

    public Reason reason() {
        return reason;
    }

    /** The job that runs on the VM; null unless that is the reason. */
    public JobId running() {
        return running;
    }
}
