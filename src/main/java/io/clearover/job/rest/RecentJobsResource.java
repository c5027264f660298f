package io.clearover.job.rest;

import io.clearover.job.ContextId;
import io.clearover.job.view.JobPages;
import io.clearover.job.view.RecentJobs;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that ran on a VM lately. */
@Path("/vm-contexts/{context_id}/recent-jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class RecentJobsResource {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final RecentJobs recentJobs;

    RecentJobsResource() {
        this(null);
    }

    @Inject
    public RecentJobsResource(RecentJobs recentJobs) {
        this.recentJobs = recentJobs;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "recentJobs",
            summary = "A VM's replications, failovers and rollbacks in one list, newest first",
            description =
                    "A failure has the actions, retryable, cause and documentation that POST /explanations describes."
                            + " A completed job in which a step failed nevertheless has a warning. A page that is filtered"
                            + " looks at "
                            + JobPages.LOOKED_AT
                            + " jobs of each kind at most, so it may have fewer than limit, or none, although"
                            + " there is a next one; history_from says how far back the history goes. While nothing of a page"
                            + " without a filter is under way it has an ETag; If-None-Match is answered by 304 until it changes.")
    @Parameter(
            name = "before",
            in = ParameterIn.QUERY,
            description = JobListParameters.BEFORE,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 100, usually 20",
            example = "50",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = JobListParameters.TYPES,
            example = "test_failover",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = JobListParameters.STATUSES,
            example = "failed",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "category",
            in = ParameterIn.QUERY,
            description = "of the failure",
            example = "network",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "cause",
            in = ParameterIn.QUERY,
            description = "of the failure, its slug",
            example = "unrecognized",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "since",
            in = ParameterIn.QUERY,
            description = "only what was started at this time or later",
            example = "2025-10-03T14:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "only what was started before this time",
            example = "2025-10-04T14:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecentJobs.OfVm.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the answer with this ETag.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No VM has this context id.")
    public Response recentJobs(
            @PathParam("context_id") @Parameter(example = "ctx-web01-20250901-090000") String id,
            @Context UriInfo address,
            @Context Request request,
            @Context HttpHeaders headers) {
        ContextId context = new ContextId(id);
        JobListParameters asked = JobListParameters.ofVm(address, USUAL, MOST);
        RecentJobs.Wanted wanted = new RecentJobs.Wanted(context, asked.filter(), asked.from(), asked.limit());
        if (headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
            Optional<Response.ResponseBuilder> unchanged =
                    recentJobs.version(wanted).map(EntityTag::new).map(request::evaluatePreconditions);
            if (unchanged.isPresent()) {
                return unchanged.get().build();
            }
        }
        RecentJobs.Found found = recentJobs.of(wanted);
        Response.ResponseBuilder answer = Response.ok(found.list());
        found.version().map(EntityTag::new).ifPresent(answer::tag);
        return answer.build();
    }
}
