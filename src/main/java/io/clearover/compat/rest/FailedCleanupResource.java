package io.clearover.compat.rest;

import io.clearover.operation.OpenedOperation;
import io.clearover.operation.RollbackScope;
import io.clearover.operation.VmRef;
import io.clearover.rollback.RollbackService;
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
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cleans up after a failed operation, as the appliance's GUI asks for it: by the VM's name, and without a question before. */
@Path("/failover/{vm_name}/cleanup-failed")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appliance")
public class FailedCleanupResource {

    private final RollbackService rollbacks;
    private final RollbackEnd end;
    private final Clock clock;

    FailedCleanupResource() {
        this(null, null, null);
    }

    @Inject
    public FailedCleanupResource(RollbackService rollbacks, RollbackEnd end, Clock clock) {
        this.rollbacks = rollbacks;
        this.end = end;
        this.clock = clock;
    }

    @POST
    @PlainRefusal
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "cleanUpFailed",
            summary = "Remove what a failed operation left behind",
            description =
                    "Runs a rollback, and answers at its end. Refused where nothing was left behind, so that no failover"
                            + " that succeeded is undone. Who accepts anything gets a refusal as plain text.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CleanedUp.class)))
    @APIResponse(responseCode = "404", description = "No VM has this name.")
    @APIResponse(
            responseCode = "409",
            description = "Nothing was left behind, an operation is running, several VMs have the name, or the rollback"
                    + " failed or takes longer.")
    @APIResponse(
            responseCode = "415",
            description = "Neither a Content-Type application/json nor a header X-Requested-With was sent.")
    public CleanedUp cleanUp(
            @PathParam("vm_name") @Parameter(description = "a VM's name, exactly", example = "web01") String vmName,
            @Context SecurityContext security) {
        OpenedOperation rollback = rollbacks.cleanUp(
                new VmRef(null, vmName, null),
                RollbackScope.LEFTOVERS,
                security.getUserPrincipal().getName());
        end.await(rollback);
        return CleanedUp.by(rollback, clock.instant());
    }
}
