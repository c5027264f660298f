package io.clearover.compat.rest;

import io.clearover.compat.MappingForm;
import io.clearover.compat.MappingForms;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What VMs' networks are mapped to. Writing them is the appliance's. */
@Path("/network-mappings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Networks")
public class NetworkMappingResource {

    private final MappingForms mappings;

    NetworkMappingResource() {
        this(null);
    }

    @Inject
    public NetworkMappingResource(MappingForms mappings) {
        this.mappings = mappings;
    }

    /** The answer. */
    public record Mappings(boolean success, String message, List<MappingForm> data) {

        static Mappings of(List<MappingForm> found) {
            return new Mappings(true, "%d network mappings".formatted(found.size()), found);
        }
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "networkMappings", summary = "The network mappings of all VMs, at most 20,000")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Mappings.class)))
    public Mappings all() {
        return Mappings.of(mappings.all());
    }

    @GET
    @Path("/{vm_name}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "networkMappingsOfVm",
            summary = "The network mappings of a VM, by its name",
            description =
                    "None for a name that no VM has. If several VMs have the name, those that are one VM's alone are"
                            + " left out.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Mappings.class)))
    public Mappings ofVm(@PathParam("vm_name") @Parameter(example = "web01") String name) {
        return Mappings.of(mappings.of(name));
    }
}
