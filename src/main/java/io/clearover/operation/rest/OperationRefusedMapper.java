package io.clearover.operation.rest;

import io.clearover.operation.OperationRefusedException;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Answers with the problem that keeps an operation from being what is asked for. */
@Provider
public class OperationRefusedMapper implements ExceptionMapper<OperationRefusedException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(OperationRefusedException refused) {
        return providers.getExceptionMapper(ProblemException.class).toResponse(new ProblemException(problem(refused)));
    }

    private static Problem problem(OperationRefusedException refused) {
        String detail = refused.getMessage();
        return switch (refused.reason()) {
            case OPERATION_RUNNING ->
                Problem.of(
                        "operation-running",
                        "An operation is running",
                        409,
                        "Another operation is running on this VM. Wait until it has ended; its status is at %s."
                                .formatted(StatusAddress.path(refused.running())));
            case WRONG_VM_STATE -> Problem.of("wrong-vm-state", "Not in this state", 409, detail);
            case KEY_USED -> Problem.of("key-used", "This Idempotency-Key was used already", 422, detail);
            case TOO_MANY_WAITING -> Problem.of("too-many-operations", "Too many operations", 503, detail);
            case RUN_BY_ANOTHER_PROGRAM -> Problem.of("not-ours", "Run by another program", 409, detail);
            case JOB_ENDED -> Problem.of("job-ended", "The job has ended", 409, detail);
            case ROLLBACK_NOT_CANCELLABLE ->
                Problem.of("rollback-not-cancellable", "A rollback can't be cancelled", 409, detail);
            case REQUEST_UNKNOWN ->
                Problem.of("request-unknown", "What was asked for is not known any more", 409, detail);
            case NOTHING_TO_RETRY -> Problem.of("nothing-to-retry", "Nothing to retry", 409, detail);
            case NO_COMPLETED_TEST -> Problem.of("no-completed-test", "Not a completed test failover", 409, detail);
        };
    }
}
