package io.clearover.diagnosis.rest;

import io.clearover.diagnosis.Diagnosis;
import io.clearover.explain.AnswerLanguage;
import io.clearover.job.JobId;
import io.clearover.job.JobStatus;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether what made a job fail is still so. */
@Path("/failover/{job_id}/check")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class CheckResource {

    private static final int TOO_MANY = 429;

    private final TrackedJobs jobs;
    private final Diagnosis diagnosis;
    private final CheckPresenter presenter;
    private final CheckLimit limit;

    CheckResource() {
        this(null, null, null, null);
    }

    @Inject
    public CheckResource(TrackedJobs jobs, Diagnosis diagnosis, CheckPresenter presenter, CheckLimit limit) {
        this.jobs = jobs;
        this.diagnosis = diagnosis;
        this.presenter = presenter;
        this.limit = limit;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "checkFailure",
            summary = "Check whether what made a failover or rollback fail is still so",
            description =
                    "Changes nothing. Asks source, destination and appliance what belongs to the failure's side and object,"
                            + " or all that can be asked if these are not known; takes about 10 seconds at most. Each check is"
                            + " still_so, no_longer_so or cannot_tell, and so is the cause of the failure; where that is gone,"
                            + " actions offers retry. left_behind tells what is left of the operation. In English, or in"
                            + " German if that is preferred. Admins also get technical.")
    @APIResponse(
            responseCode = "200",
            description = "What was found, whatever it is.",
            content = @Content(schema = @Schema(implementation = CheckAnswer.class)))
    @APIResponse(responseCode = "404", description = "No job has this id, or its VM is gone.")
    @APIResponse(
            responseCode = "415",
            description = "Neither a Content-Type application/json nor a header X-Requested-With was sent.")
    @APIResponse(
            responseCode = "409",
            description = "It has not failed, its VM is not known, or jobs of several VMs have this external id.")
    @APIResponse(responseCode = "429", description = "Too many checks; Retry-After says when to come again.")
    public Response check(
            @PathParam("job_id") @Parameter(description = "a job id or an external job id") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
            @Context UriInfo uri,
            @Context SecurityContext security) {
        TrackedJob job = jobs.find(JobId.named(id)).orElseThrow(JobId::notFound);
        requireFailed(job);
        Duration wait = limit.take(security.getUserPrincipal().getName());
        if (!wait.isZero()) {
            return tooMany(wait, uri);
        }
        Locale language = AnswerLanguage.of(accepted);
        return Response.ok(presenter.of(job, diagnosis.of(job), security.isUserInRole(Roles.ADMIN), language))
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static void requireFailed(TrackedJob job) {
        if (job.status() != JobStatus.FAILED) {
            throw ProblemException.conflict(
                    "nothing-to-check",
                    "Nothing to check",
                    "Only a job that failed can be checked; this one is %s."
                            .formatted(job.status().text()));
        }
        if (job.contextId() == null) {
            throw ProblemException.conflict(
                    "nothing-to-check", "Nothing to check", "It is not recorded which VM this job was about.");
        }
    }

    private static Response tooMany(Duration wait, UriInfo uri) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        Problem problem = Problem.of(
                "too-many-checks",
                "Too many checks",
                TOO_MANY,
                "Wait %d seconds, then check again.".formatted(seconds));
        return Response.status(TOO_MANY)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .entity(problem.at(uri.getRequestUri().getPath()))
                .build();
    }
}
