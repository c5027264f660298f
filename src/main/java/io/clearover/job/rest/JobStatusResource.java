package io.clearover.job.rest;

import io.clearover.job.JobId;
import io.clearover.job.view.JobStatusView;
import io.clearover.job.view.JobStatuses;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The status of one failover or rollback. */
@Path("/failover/{job_id}/status")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobStatusResource {

    private final JobStatuses statuses;

    JobStatusResource() {
        this(null);
    }

    @Inject
    public JobStatusResource(JobStatuses statuses) {
        this.statuses = statuses;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "jobStatus",
            summary = "The status of a failover or rollback, with all of its steps",
            description = "Ask every second or two while it runs. Admins also get technical_details and the raw names"
                    + " of steps. A failure has the actions, retryable, cause and documentation that POST /explanations"
                    + " describes; offer an action for the VM's newest operation only, and only while the VM's"
                    + " allowed_actions has what it starts. A few seconds after a failure, checks has what was so then, left_behind"
                    + " what was left at destination and source, and correction what a check proved instead of the error."
                    + " Programs of the appliance that ask by an external id, with Content-Type application/json, are"
                    + " told of a cancelled or stalled job that it failed, since they would go on asking; message and job_details"
                    + " say that it was cancelled.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobStatusView.class)))
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(responseCode = "409", description = "Jobs of several VMs have this external id.")
    public JobStatusView status(
            @PathParam("job_id")
                    @Parameter(
                            description = "a job id, an external job id, or a context id, whose newest job is meant",
                            example = "unified-test-failover-web01-1759501320")
                    String id,
            @Context HttpHeaders headers,
            @Context SecurityContext security) {
        JobStatusView status = statuses.of(JobId.named(id), security.isUserInRole(Roles.ADMIN));
        boolean asksAsTheAppliance = !status.jobId().equals(id) && isJson(headers.getMediaType());
        return asksAsTheAppliance ? status.endedForAll() : status;
    }

    /** The appliance's GUI says so of each request, of those without a body too; nobody else has a reason to. */
    private static boolean isJson(MediaType type) {
        return type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}
