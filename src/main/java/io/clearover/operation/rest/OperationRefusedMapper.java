package io.clearover.operation.rest;

import io.clearover.operation.OperationRefusedException;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Answers with the problem that keeps an operation from being started or stopped. */
@Provider
public class OperationRefusedMapper implements ExceptionMapper<OperationRefusedException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(OperationRefusedException refused) {
        return providers
                .getExceptionMapper(ProblemException.class)
                .toResponse(new ProblemException(problem(refused.reason(), refused.getMessage())));
    }

    private static Problem problem(OperationRefusedException.Reason reason, String detail) {
        return switch (reason) {
            case OPERATION_RUNNING -> Problem.of("operation-running", "An operation is running", 409, detail);
            case WRONG_VM_STATE -> Problem.of("wrong-vm-state", "Not in this state", 409, detail);
            case KEY_USED -> Problem.of("key-used", "This Idempotency-Key was used already", 422, detail);
            case TOO_MANY_WAITING -> Problem.of("too-many-operations", "Too many operations", 503, detail);
            case RUN_BY_ANOTHER_PROGRAM -> Problem.of("not-ours", "Run by another program", 409, detail);
            case JOB_ENDED -> Problem.of("job-ended", "The job has ended", 409, detail);
            case ROLLBACK_NOT_CANCELLABLE ->
                Problem.of("rollback-not-cancellable", "A rollback can't be cancelled", 409, detail);
        };
    }
}
