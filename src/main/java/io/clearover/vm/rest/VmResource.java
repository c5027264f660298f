package io.clearover.vm.rest;

import io.clearover.web.LastGoodAnswer;
import io.clearover.web.QueryReader;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The protected VMs, each with its last operation. */
@Path("/vm-contexts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "VMs")
public class VmResource {

    private final VmList vms;

    VmResource() {
        this(null);
    }

    @Inject
    public VmResource(VmList vms) {
        this.vms = vms;
    }

    @GET
    @LastGoodAnswer
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "vms",
            summary = "The VMs with their state, last operation, last test and last replication",
            description =
                    "All by name without parameters, at most 5,000; total says how many there are, and truncated whether"
                            + " there are more after these.")
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "a part of the name, in any case",
            example = "web",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "current_status of the VM; several with commas",
            example = "ready_for_failover",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "last_status",
            in = ParameterIn.QUERY,
            description = "how its last operation ended: completed, failed or cancelled",
            example = "failed",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "name or last_operation (its time), with - before it the other way round",
            example = "-last_operation",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 5000, usually 5000",
            example = "50",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "offset",
            in = ParameterIn.QUERY,
            description = "how many to leave out before",
            example = "50",
            schema = @Schema(type = SchemaType.INTEGER))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VmList.Listed.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; errors says which.")
    public VmList.Listed some(@Context UriInfo address) {
        return vms.some(VmFilter.of(new QueryReader(address)));
    }
}
