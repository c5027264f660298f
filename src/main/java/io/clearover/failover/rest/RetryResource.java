package io.clearover.failover.rest;

import io.clearover.failover.FailoverRetries;
import io.clearover.job.JobId;
import io.clearover.operation.OpenedOperation;
import io.clearover.operation.rest.IdempotencyKey;
import io.clearover.operation.rest.StartedOperation;
import io.clearover.operation.rest.Warnings;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts failed and cancelled operations again. */
@Path("/failover/{job_id}/retry")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class RetryResource {

    private final FailoverRetries retries;

    RetryResource() {
        this(null);
    }

    @Inject
    public RetryResource(FailoverRetries retries) {
        this.retries = retries;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "retry",
            summary = "Start a failed or cancelled operation again",
            description = "A new job of the same request; its retry_of names the job that it repeats.")
    @APIResponse(
            responseCode = "202",
            description = "The new job is recorded and runs; Location is its status.",
            content = @Content(schema = @Schema(implementation = StartedOperation.class)))
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(
            responseCode = "415",
            description = "Neither a Content-Type application/json nor a header X-Requested-With was sent.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It neither failed nor was cancelled, another program ran it, an operation is running on the VM,"
                            + " or the VM's state doesn't allow it.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Response retry(
            @PathParam("job_id") @Parameter(description = "a job id or an external job id") String id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = "any text of up to 255 characters") String key,
            @Context SecurityContext security) {
        String user = security.getUserPrincipal().getName();
        OpenedOperation opened = retries.retry(JobId.named(id), user, IdempotencyKey.job(user, key));
        return StartedOperation.of(opened, List.of(), Warnings.of(opened)).accepted();
    }
}
