package io.clearover.compat.rest;

import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
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

/** What to ask before a failover is rolled back: the same for every VM. */
@Path("/failover/rollback/decision/{failover_type}/{vm_name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appliance")
public class RollbackDecisionResource {

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "rollbackDecision",
            summary = "What to ask before a rollback, in the appliance's form",
            description = "The answer to a question about a live failover is sent as power_on_source.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RollbackDecision.class)))
    @APIResponse(responseCode = "400", description = "The type is neither test nor live.")
    public RollbackDecision decision(
            @PathParam("failover_type") @Parameter(description = "test or live", example = "test") String type,
            @PathParam("vm_name") @Parameter(description = "a VM's name", example = "web01") String vmName) {
        return RollbackDecision.of(StartOptionsResource.type(type));
    }
}
