package io.clearover.compat.rest;

import io.clearover.operation.OpenedOperation;
import io.clearover.operation.RollbackScope;
import io.clearover.operation.rest.VmRequest;
import io.clearover.rollback.RollbackService;
import io.clearover.web.BodyLimits;
import io.clearover.web.RequestReader;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ends a test or cleans up after a failure, as scripts for the appliance ask for it. */
@Path("/failover/cleanup/{vm_name}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appliance")
public class CleanupResource {

    private final RollbackService rollbacks;
    private final RollbackEnd end;
    private final Clock clock;

    CleanupResource() {
        this(null, null, null);
    }

    @Inject
    public CleanupResource(RollbackService rollbacks, RollbackEnd end, Clock clock) {
        this.rollbacks = rollbacks;
        this.end = end;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "cleanUp",
            summary = "Remove a test VM, or what a failed operation left behind",
            description = "Runs a rollback, and answers at its end. Never undoes a live failover that succeeded.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = CleanupRequest.class),
                            examples = @ExampleObject(name = "by the name in the address", value = "{}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CleanedUp.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No VM has this name.")
    @APIResponse(
            responseCode = "409",
            description =
                    "There is nothing to clean up, an operation is running, several VMs have the name, or the rollback"
                            + " failed or takes longer.")
    public CleanedUp cleanUp(
            @PathParam("vm_name") @Parameter(description = "a VM's name, exactly", example = "web01") String vmName,
            InputStream body,
            @Context SecurityContext security) {
        CleanupRequest request = CleanupRequest.of(new RequestReader(body, BodyLimits.ONE, VmRequest.EXPECTED));
        OpenedOperation rollback = rollbacks.cleanUp(
                request.vm(vmName),
                RollbackScope.NOT_LIVE,
                security.getUserPrincipal().getName());
        end.await(rollback);
        return CleanedUp.by(rollback, clock.instant());
    }
}
