package io.clearover.compat.rest;

import io.clearover.compat.DiskForms;
import io.clearover.job.ContextId;
import io.clearover.vm.rest.VmList;
import io.clearover.vm.rest.VmView;
import io.clearover.web.LastGoodAnswer;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** One VM: its fields, and beside them the appliance's own form. */
@Path("/vm-contexts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "VMs")
public class VmContextResource {

    private final VmDetails details;
    private final VmList vms;
    private final DiskForms disks;

    VmContextResource() {
        this(null, null, null);
    }

    @Inject
    public VmContextResource(VmDetails details, VmList vms, DiskForms disks) {
        this.details = details;
        this.vms = vms;
        this.disks = disks;
    }

    /** What a VM's disks are told as. */
    public record DiskList(List<Disk> disks, int count) {

        /** One of them. */
        public record Disk(String diskId, long sizeGb) {}
    }

    @GET
    @LastGoodAnswer
    @Path("/{context_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "vm",
            summary = "One VM, with its state and last operation",
            description =
                    "By context id or by name. last_operation is kept as it was told when the operation ended, its"
                            + " actions too; what can be started now is in allowed_actions. context has the VM's fields once more"
                            + " and, with the fields up to cbt_history, is the appliance's own form. If several VMs have the name,"
                            + " current_status is ambiguous_name, choices has them, and all else is unknown.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(allOf = {VmView.class, VmDetailForm.class})))
    @APIResponse(responseCode = "404", description = "No VM has this context id or name.")
    public JsonObject one(
            @PathParam("context_id")
                    @Parameter(description = "a context id or a name", example = "ctx-web01-20250901-090000")
                    String idOrName,
            @Context SecurityContext security) {
        return details.of(idOrName, security.isUserInRole(Roles.ADMIN));
    }

    @GET
    @LastGoodAnswer
    @Path("/by-id/{context_id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "vmById", summary = "One VM, by context id alone")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(allOf = {VmView.class, VmDetailForm.class})))
    @APIResponse(responseCode = "404", description = "No VM has this context id.")
    public JsonObject byId(
            @PathParam("context_id") @Parameter(example = "ctx-web01-20250901-090000") String id,
            @Context SecurityContext security) {
        return details.of(new ContextId(id), security.isUserInRole(Roles.ADMIN));
    }

    @GET
    @Path("/{context_id}/disks")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "vmDisks", summary = "The disks of a VM and how large they are")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DiskList.class)))
    @APIResponse(responseCode = "404", description = "No VM has this context id.")
    public DiskList disks(@PathParam("context_id") @Parameter(example = "ctx-web01-20250901-090000") String id) {
        String vm = vms.one(new ContextId(id)).contextId();
        List<DiskList.Disk> found = disks.ofVm(vm, false).stream()
                .map(disk -> new DiskList.Disk(disk.diskId(), disk.sizeGb()))
                .toList();
        return new DiskList(found, found.size());
    }
}
