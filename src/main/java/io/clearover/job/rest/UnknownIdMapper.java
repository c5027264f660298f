package io.clearover.job.rest;

import io.clearover.job.UnknownIdException;
import io.clearover.web.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Answers 404 where nothing has the id or name that a request names. */
@Provider
public class UnknownIdMapper implements ExceptionMapper<UnknownIdException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(UnknownIdException unknown) {
        return providers.getExceptionMapper(ProblemException.class).toResponse(problem(unknown.kind()));
    }

    private static ProblemException problem(UnknownIdException.Kind kind) {
        return switch (kind) {
            case JOB ->
                ProblemException.notFound(
                        "job-not-found",
                        "No such job",
                        "No job has this id. A VM's jobs are at /api/v1/vm-contexts/{context_id}/recent-jobs.");
            case VM ->
                ProblemException.notFound(
                        "vm-not-found",
                        "No such VM",
                        "No VM has this context id. The list of VMs is at /api/v1/vm-contexts.");
            case VM_NAME ->
                ProblemException.notFound(
                        "vm-not-found",
                        "No such VM",
                        "No VM has this name. The list of VMs is at /api/v1/vm-contexts.");
        };
    }
}
