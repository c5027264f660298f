package io.clearover.job.rest;

import io.clearover.job.ContextId;
import io.clearover.job.view.RecentJobs;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
            summary = "A VM's replications, failovers and rollbacks in one list, newest first, at most 20",
            description =
                    "A failure has the actions, retryable, cause and documentation that POST /explanations describes."
                            + " A completed job in which a step failed nevertheless has a warning.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecentJobs.OfVm.class)))
    @APIResponse(responseCode = "404", description = "No VM has this context id.")
    public RecentJobs.OfVm recentJobs(
            @PathParam("context_id") @Parameter(example = "ctx-web01-20250901-090000") String id) {
        return recentJobs.of(new ContextId(id));
    }
}
