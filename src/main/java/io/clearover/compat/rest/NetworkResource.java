package io.clearover.compat.rest;

import io.clearover.compat.NetworkForm;
import io.clearover.explain.Explainer;
import io.clearover.platform.DestinationSurvey;
import io.clearover.platform.PlatformException;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The networks of the destination. */
@Path("/networks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Networks")
public class NetworkResource {

    private static final Logger LOG = Logger.getLogger(NetworkResource.class.getName());

    private static final int AWAY = 503;

    private final DestinationSurvey destination;
    private final Explainer explainer;

    NetworkResource() {
        this(null, null);
    }

    @Inject
    public NetworkResource(DestinationSurvey destination, Explainer explainer) {
        this.destination = destination;
        this.explainer = explainer;
    }

    /** The answer. */
    public record Networks(boolean success, String message, List<NetworkForm> data) {}

    @GET
    @Path("/available")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "availableNetworks",
            summary = "The networks of the destination that VMs can be mapped to",
            description =
                    "Asks the destination. Addresses, offerings and ids of what is around a network are told to admins"
                            + " alone; for others they are empty.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Networks.class)))
    @APIResponse(responseCode = "503", description = "The destination can't be asked now; detail says why.")
    public Networks available(@Context SecurityContext security) {
        boolean admin = security.isUserInRole(Roles.ADMIN);
        try {
            List<NetworkForm> networks = destination.atOnce().networks().stream()
                    .map(network -> NetworkForm.of(network, admin))
                    .toList();
            return new Networks(true, "%d networks".formatted(networks.size()), networks);
        } catch (PlatformException away) {
            LOG.log(Level.WARNING, away, () -> "the destination's networks can't be listed");
            throw new ProblemException(Problem.of(
                    "destination-away",
                    "The destination can't be asked",
                    AWAY,
                    explainer.explain(null, null, away.getMessage()).userMessage()));
        }
    }
}
