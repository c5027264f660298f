package io.clearover.compat.rest;

import io.clearover.job.FailoverType;
import io.clearover.web.ProblemException;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be chosen when a failover is started: the same for every VM. */
@Path("/failover/preflight/config/{failover_type}/{vm_name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appliance")
public class StartOptionsResource {

    private final Clock clock;

    StartOptionsResource() {
        this(null);
    }

    @Inject
    public StartOptionsResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "startOptions",
            summary = "The options of a start, in the appliance's form",
            description =
                    "The appliance's GUI makes its form of this: all options that a start has here, with their defaults.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StartOptions.class)))
    @APIResponse(responseCode = "400", description = "The type is neither test nor live.")
    public StartOptions options(
            @PathParam("failover_type") @Parameter(description = "test or live", example = "test") String type,
            @PathParam("vm_name") @Parameter(description = "a VM's name", example = "web01") String vmName) {
        return StartOptions.of(type(type), vmName, clock.instant());
    }

    /**
     * The type that an address names.
     *
     * @throws ProblemException (400) if it names none
     */
    static FailoverType type(String word) {
        if (!List.of("test", "live").contains(word)) {
            throw ProblemException.badField("failover_type", "must be test or live");
        }
        return FailoverType.of(word);
    }
}
