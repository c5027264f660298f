package io.clearover.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is signed in. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class MeResource {

    /** The signed-in user's name and roles, least first. */
    public record Me(String name, List<String> roles) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "me", summary = "The signed-in user and its roles")
    public Me me(@Context SecurityContext security) {
        List<String> roles =
                Roles.upTo(Roles.ADMIN).stream().filter(security::isUserInRole).toList();
        return new Me(security.getUserPrincipal().getName(), roles);
    }
}
