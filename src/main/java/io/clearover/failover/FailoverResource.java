package io.clearover.failover;

import io.clearover.operation.Started;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts failovers. */
@Path("/failover/test")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class FailoverResource {

    private final Failovers failovers;

    FailoverResource() {
        this(null);
    }

    @Inject
    public FailoverResource(Failovers failovers) {
        this.failovers = failovers;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "startTestFailover",
            summary = "Start a test failover",
            description = "Name the VM by context_id or vm_name. perform_final_sync (default true) copies the latest"
                    + " changes first; skip_virtio (default false) starts without driver installation.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "by name",
                                            value = "{\"vm_name\": \"web01\", \"perform_final_sync\": true}")))
    @APIResponse(
            responseCode = "202",
            description = "The job is recorded and runs; Location is its status.",
            content = @Content(schema = @Schema(implementation = Started.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No such VM.")
    @APIResponse(
            responseCode = "409",
            description = "An operation is running, the VM's state doesn't allow it, or several VMs have the name.")
    public Response start(InputStream body, @Context SecurityContext security) {
        Started started = failovers.startTest(
                FailoverRequest.of(body), security.getUserPrincipal().getName());
        return Response.accepted(started).location(started.location()).build();
    }
}
