package io.clearover.failover.rest;

import io.clearover.failover.FailoverService;
import io.clearover.job.FailoverType;
import io.clearover.job.JobKind;
import io.clearover.operation.OpenedOperation;
import io.clearover.operation.rest.IdempotencyKey;
import io.clearover.operation.rest.StartedOperation;
import io.clearover.operation.rest.VmRequest;
import io.clearover.operation.rest.Warnings;
import io.clearover.web.BodyLimits;
import io.clearover.web.RequestReader;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts failovers. */
@Path("/failover")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class FailoverResource {

    private final FailoverService failovers;

    FailoverResource() {
        this(null);
    }

    @Inject
    public FailoverResource(FailoverService failovers) {
        this.failovers = failovers;
    }

    @POST
    @Path("/test")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "startTestFailover",
            summary = "Start a test failover",
            description = "Name the VM by context_id or vm_name. perform_final_sync (default true) copies the latest"
                    + " changes first; skip_virtio (default false) starts without driver installation. A request that is"
                    + " sent again with the same Idempotency-Key gets the same job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            allOf = FailoverRequest.class,
                                            properties = {
                                                @SchemaProperty(name = "failover_type", enumeration = "test"),
                                                @SchemaProperty(name = "vm_naming", enumeration = "suffixed"),
                                                @SchemaProperty(name = "power_off_source", enumeration = "false")
                                            }),
                            examples =
                                    @ExampleObject(
                                            name = "by name",
                                            value = "{\"vm_name\": \"web01\", \"perform_final_sync\": true}")))
    @APIResponse(
            responseCode = "202",
            description = "The job is recorded and runs; Location is its status.",
            content = @Content(schema = @Schema(implementation = StartedOperation.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No such VM.")
    @APIResponse(
            responseCode = "409",
            description = "An operation is running, the VM's state doesn't allow it, or several VMs have the name.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Response startTest(
            InputStream body,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = "any text of up to 255 characters") String key,
            @Context SecurityContext security) {
        return start(JobKind.TEST_FAILOVER, FailoverType.TEST, body, key, security);
    }

    @POST
    @Path("/live")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "startLiveFailover",
            summary = "Start a live failover",
            description = "Name the VM by context_id or vm_name. power_off_source (default true) switches the source VM"
                    + " off first, gracefully, then by force; perform_final_sync (default true) copies the latest changes;"
                    + " skip_virtio (default false) starts without driver installation. A request that is sent again with"
                    + " the same Idempotency-Key gets the same job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            allOf = FailoverRequest.class,
                                            properties = {
                                                @SchemaProperty(name = "failover_type", enumeration = "live"),
                                                @SchemaProperty(name = "vm_naming", enumeration = "exact")
                                            }),
                            examples = @ExampleObject(name = "by name", value = "{\"vm_name\": \"web01\"}")))
    @APIResponse(
            responseCode = "202",
            description = "The job is recorded and runs; Location is its status.",
            content = @Content(schema = @Schema(implementation = StartedOperation.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No such VM.")
    @APIResponse(
            responseCode = "409",
            description = "An operation is running, the VM's state doesn't allow it, or several VMs have the name.")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request.")
    public Response startLive(
            InputStream body,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = "any text of up to 255 characters") String key,
            @Context SecurityContext security) {
        return start(JobKind.LIVE_FAILOVER, FailoverType.LIVE, body, key, security);
    }

    private Response start(JobKind kind, FailoverType type, InputStream body, String key, SecurityContext security) {
        RequestReader reader = new RequestReader(body, BodyLimits.ONE, VmRequest.EXPECTED);
        FailoverRequest request = FailoverRequest.of(type, reader);
        String user = security.getUserPrincipal().getName();
        OpenedOperation opened =
                failovers.start(kind, request.vm(), request.options(type), user, IdempotencyKey.job(user, key), null);
        return StartedOperation.of(opened, reader.ignored(), Warnings.of(opened))
                .accepted();
    }
}
