package io.clearover.compat.rest;

import io.clearover.compat.ReplicationDetail;
import io.clearover.compat.ReplicationDetails;
import io.clearover.compat.ReplicationForms;
import io.clearover.compat.ReplicationRecords;
import io.clearover.compat.RunningReplication;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The appliance's replications: those that run, and one. Starting them is the appliance's. */
@Path("/replications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replications")
public class ReplicationResource {

    private final ReplicationRecords records;
    private final ReplicationForms forms;
    private final ReplicationDetails details;

    ReplicationResource() {
        this(null, null, null);
    }

    @Inject
    public ReplicationResource(ReplicationRecords records, ReplicationForms forms, ReplicationDetails details) {
        this.records = records;
        this.forms = forms;
        this.details = details;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "runningReplications",
            summary = "The replications that run now",
            description =
                    "A list of at most 500, the one last reported on first; those that have ended are among a VM's"
                            + " recent jobs. vm_name is null where several VMs have the name.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = RunningReplication.class)))
    public List<RunningReplication> running() {
        return records.running().stream()
                .map(forms::running)
                .filter(job -> ReplicationForms.isUnderWay(job.status()))
                .toList();
    }

    @GET
    @Path("/{replication_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "replication", summary = "One replication, with the disks that it copies")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReplicationDetail.class)))
    @APIResponse(responseCode = "404", description = "No replication has this id.")
    public ReplicationDetail one(@PathParam("replication_id") String id, @Context SecurityContext security) {
        return details.of(id, security.isUserInRole(Roles.ADMIN));
    }
}
