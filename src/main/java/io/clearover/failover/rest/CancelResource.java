package io.clearover.failover.rest;

import io.clearover.job.JobId;
import io.clearover.operation.Cancellation;
import io.clearover.operation.rest.StatusAddress;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stops failovers. */
@Path("/failover/{job_id}/cancel")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class CancelResource {

    private final Cancellation cancellation;

    CancelResource() {
        this(null);
    }

    @Inject
    public CancelResource(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /** The answer: it is being cancelled. */
    public record Cancelling(boolean success, String message, String jobId, String statusUrl) {}

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "cancel",
            summary = "Cancel a failover",
            description = "It stops at its next safe point, undoes what it did, and ends as cancelled.")
    @APIResponse(
            responseCode = "202",
            description = "It will stop; Location is its status.",
            content = @Content(schema = @Schema(implementation = Cancelling.class)))
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(
            responseCode = "415",
            description = "Neither a Content-Type application/json nor a header X-Requested-With was sent.")
    @APIResponse(
            responseCode = "409",
            description = "It has ended, is a rollback, or is run by another program of the appliance.")
    public Response cancel(
            @PathParam("job_id") @Parameter(description = "a job id or an external job id") String id,
            @Context SecurityContext security) {
        JobId job =
                cancellation.cancel(JobId.named(id), security.getUserPrincipal().getName());
        String message = "The failover stops at its next safe point, and what it did is undone.";
        return Response.accepted(new Cancelling(true, message, job.value(), StatusAddress.path(job)))
                .location(StatusAddress.location(job))
                .build();
    }
}
