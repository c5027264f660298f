package io.clearover.compat.rest;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Starts failovers of both types, as the appliance's GUI does. */
@Path("/failover/unified")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Appliance")
public class UnifiedFailoverResource {

    private final FailoverService failovers;

    UnifiedFailoverResource() {
        this(null);
    }

    @Inject
    public UnifiedFailoverResource(FailoverService failovers) {
        this.failovers = failovers;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "startUnifiedFailover",
            summary = "Start a failover, test or live, in the appliance's form",
            description =
                    "The same as /failover/test and /failover/live, for the appliance's GUI and scripts: job_id is the"
                            + " external id, with the VM's name in it. Options that this engine doesn't have are refused, unless they"
                            + " say what is done anyway.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = UnifiedRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "a test failover",
                                            value = "{\"vm_name\": \"web01\", \"failover_type\": \"test\","
                                                    + " \"test_duration\": \"2h\", \"network_strategy\": \"test\","
                                                    + " \"vm_naming\": \"suffixed\", \"skip_validation\": false,"
                                                    + " \"skip_virtio\": false}")))
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
    public Response start(
            InputStream body,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(description = "any text of up to 255 characters") String key,
            @Context SecurityContext security) {
        RequestReader reader = new RequestReader(body, BodyLimits.ONE, VmRequest.EXPECTED);
        UnifiedRequest request = UnifiedRequest.of(reader);
        JobKind kind = request.type() == FailoverType.LIVE ? JobKind.LIVE_FAILOVER : JobKind.TEST_FAILOVER;
        String user = security.getUserPrincipal().getName();
        OpenedOperation opened =
                failovers.start(kind, request.vm(), request.options(), user, IdempotencyKey.job(user, key), null);
        return StartedOperation.inTheAppliancesForm(opened, reader.ignored(), Warnings.of(opened))
                .accepted();
    }
}
