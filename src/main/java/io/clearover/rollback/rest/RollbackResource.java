package io.clearover.rollback.rest;

import io.clearover.operation.OpenedOperation;
import io.clearover.operation.rest.IdempotencyKey;
import io.clearover.operation.rest.StartedOperation;
import io.clearover.operation.rest.VmRequest;
import io.clearover.rollback.RollbackService;
import io.clearover.web.BodyLimits;
import io.clearover.web.RequestReader;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts rollbacks. */
@Path("/failover/rollback")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class RollbackResource {

    private final RollbackService rollbacks;

    RollbackResource() {
        this(null);
    }

    @Inject
    public RollbackResource(RollbackService rollbacks) {
        this.rollbacks = rollbacks;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "startRollback",
            summary = "Roll back a failover, test or live",
            description = "Removes the VM at the destination, brings the volumes back to what they were and gives them"
                    + " back to replication. Finds out itself what there is to roll back, also after a failure half-way."
                    + " power_on_source switches the source VM on again after a live failover; its default is true after"
                    + " one that failed when it had switched the source off, otherwise false. Who sends force_cleanup, as"
                    + " programs of the appliance do, gets the external id with the VM's name as job_id. A request that is sent"
                    + " again with the same Idempotency-Key gets the same job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RollbackRequest.class),
                            examples = @ExampleObject(name = "by name", value = "{\"vm_name\": \"web01\"}")))
    @APIResponse(
            responseCode = "202",
            description = "The job is recorded and runs; Location is its status.",
            content = @Content(schema = @Schema(implementation = StartedOperation.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No such VM.")
    @APIResponse(
            responseCode = "409",
            description = "An operation is running, the VM's state doesn't allow it, or several VMs have the name.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Response start(
            InputStream body,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = "any text of up to 255 characters") String key,
            @Context SecurityContext security) {
        RequestReader reader = new RequestReader(body, BodyLimits.ONE, VmRequest.EXPECTED);
        RollbackRequest request = RollbackRequest.of(reader);
        String user = security.getUserPrincipal().getName();
        OpenedOperation opened = rollbacks.start(
                request.vm(), request.type(), request.options(), user, IdempotencyKey.job(user, key), null);
        StartedOperation started = request.isInTheAppliancesForm()
                ? StartedOperation.inTheAppliancesForm(opened, reader.ignored(), List.of())
                : StartedOperation.of(opened, reader.ignored(), List.of());
        return started.accepted();
    }
}
