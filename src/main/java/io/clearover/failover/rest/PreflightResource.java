package io.clearover.failover.rest;

import io.clearover.explain.AnswerLanguage;
import io.clearover.failover.preflight.Preflight;
import io.clearover.failover.preflight.PreflightView;
import io.clearover.operation.rest.VmRequest;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a failover would work, as far as that can be known before. */
@Path("/failover/preflight")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class PreflightResource {

    private final Preflight preflight;

    PreflightResource() {
        this(null);
    }

    @Inject
    public PreflightResource(Preflight preflight) {
        this.preflight = preflight;
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "preflight",
            summary = "Probe whether a failover would work",
            description =
                    "Changes nothing. Send the body of a start, with failover_type test (the default) or live. Only"
                            + " checks that matter for such a failover are there: the source is looked at only if it is needed."
                            + " What doesn't answer in time is a warning. In English, or in German if that is"
                            + " preferred. Admins also get technical_details.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = FailoverRequest.class),
                            examples = {
                                @ExampleObject(name = "a test failover", value = "{\"vm_name\": \"web01\"}"),
                                @ExampleObject(
                                        name = "a live failover",
                                        value = "{\"vm_name\": \"web01\", \"failover_type\": \"live\","
                                                + " \"perform_final_sync\": true}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The checks, whatever they have found.",
            content = @Content(schema = @Schema(implementation = PreflightView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No such VM.")
    @APIResponse(responseCode = "409", description = "Several VMs have the name.")
    public Response check(
            InputStream body,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted,
            @Context SecurityContext security) {
        FailoverRequest request =
                FailoverRequest.ofPreflight(new RequestReader(body, BodyLimits.ONE, VmRequest.EXPECTED));
        Locale language = AnswerLanguage.of(accepted);
        return Response.ok(preflight.of(
                        request.vm(),
                        request.type(),
                        request.options(request.type()),
                        security.isUserInRole(Roles.ADMIN),
                        language))
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
