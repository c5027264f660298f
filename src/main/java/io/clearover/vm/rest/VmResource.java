package io.clearover.vm.rest;

import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "vms",
            summary = "All VMs by name, with their state and last operation",
            description = "At most 5,000 are listed; truncated says whether there are more.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VmList.Listed.class)))
    public VmList.Listed all() {
        return vms.all();
    }
}
