package io.clearover.job.rest;

import io.clearover.job.AmbiguousIdException;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.List;

/** Answers 409 where a request names one of several, with those that it can mean. */
@Provider
public class AmbiguousIdMapper implements ExceptionMapper<AmbiguousIdException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(AmbiguousIdException ambiguous) {
        return providers
                .getExceptionMapper(ProblemException.class)
                .toResponse(new ProblemException(problem(ambiguous.kind()).withChoices(choices(ambiguous))));
    }

    private static List<Problem.Choice> choices(AmbiguousIdException ambiguous) {
        return ambiguous.matches().stream()
                .map(vm -> new Problem.Choice(vm.contextId(), vm.vmName(), vm.vcenterHost()))
                .toList();
    }

    private static Problem problem(AmbiguousIdException.Kind kind) {
        return switch (kind) {
            case JOB ->
                Problem.of(
                        "ambiguous-job-id",
                        "Jobs of several VMs have this id",
                        409,
                        "Jobs of several VMs have this external id. Send the job_id of the one that is meant;"
                                + " a VM's jobs are at /api/v1/vm-contexts/{context_id}/recent-jobs.");
            case VM ->
                Problem.of(
                        "ambiguous-vm-name",
                        "Several VMs have this name",
                        409,
                        "Several VMs have this name. Send the context_id of the one that is meant; choices has them.");
        };
    }
}
