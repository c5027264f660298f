package io.clearover.compat.rest;

import io.clearover.compat.FailoverJobForm;
import io.clearover.compat.FailoverJobForms;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The appliance's own list of failovers. */
@Path("/failover/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class FailoverJobResource {

    private final FailoverJobForms jobs;

    FailoverJobResource() {
        this(null);
    }

    @Inject
    public FailoverJobResource(FailoverJobForms jobs) {
        this.jobs = jobs;
    }

    /**
     * The answer.
     *
     * @param total how many are listed here
     * @param filters what was asked for
     */
    public record Failovers(boolean success, String message, int total, Filters filters, List<FailoverJobForm> jobs) {}

    /** What was asked for; empty for all. */
    public record Filters(String type, String status, String vmId) {}

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "failovers",
            summary = "The newest failovers of all VMs, newest first, at most 100",
            description =
                    "In the appliance's own form and words. All that ran on a VM, with what failed and what to do, is"
                            + " at /api/v1/vm-contexts/{context_id}/recent-jobs.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Failovers.class)))
    public Failovers newest(
            @QueryParam("type") @Parameter(description = "test or live") String type,
            @QueryParam("status") String status,
            @QueryParam("vm_id") @Parameter(description = "the source's id of a VM") String vmId,
            @Context SecurityContext security) {
        List<FailoverJobForm> found =
                jobs.newest(given(type), given(status), given(vmId), security.isUserInRole(Roles.ADMIN));
        return new Failovers(
                true,
                "%d failovers".formatted(found.size()),
                found.size(),
                new Filters(orEmpty(type), orEmpty(status), orEmpty(vmId)),
                found);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
