package io.clearover.explain.rest;

import io.clearover.explain.AnswerLanguage;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What errors mean. */
@Path("/explanations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Explanations")
public class ExplanationResource {

    private final ExplanationPresenter explanationPresenter;
    private final CataloguePresenter cataloguePresenter;
    private final UnmatchedErrors unmatchedErrors;

    ExplanationResource() {
        this(null, null, null);
    }

    @Inject
    public ExplanationResource(
            ExplanationPresenter explanationPresenter,
            CataloguePresenter cataloguePresenter,
            UnmatchedErrors unmatchedErrors) {
        this.explanationPresenter = explanationPresenter;
        this.cataloguePresenter = cataloguePresenter;
        this.unmatchedErrors = unmatchedErrors;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "explain",
            summary = "Try which rule answers an error, and what everybody would be told",
            description =
                    "error is the raw error; step and operation_type (replication, test_failover, live_failover or"
                            + " rollback) may be left out. An array of at most 1,000 such objects is answered by an array."
                            + " In English, or in German if that is preferred.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {ExplainRequest.class, ExplainRequest[].class}),
                            examples = {
                                @ExampleObject(
                                        name = "one error",
                                        value =
                                                "{\"operation_type\": \"test_failover\", \"error\": \"insufficient capacity\"}"),
                                @ExampleObject(
                                        name = "several errors",
                                        value =
                                                "[{\"error\": \"insufficient capacity\"}, {\"error\": \"connection refused\"}]")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The explanation, or an array of them in the order of the errors.",
            content = @Content(schema = @Schema(implementation = ExplainResponse.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    public Response explain(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted, InputStream body) {
        ExplainRequestBody sent = ExplainRequestBody.of(body);
        Locale language = AnswerLanguage.of(accepted);
        List<ExplainResponse> answers = sent.requests().stream()
                .map(request -> explanationPresenter.of(request, language))
                .toList();
        return in(language, sent.batch() ? answers : answers.get(0));
    }

    private static Response in(Locale language, Object answer) {
        return Response.ok(answer)
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    @GET
    @Path("/catalogue")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "explanationCatalogue",
            summary = "Why operations can fail, what to do then, and the steps they have",
            description =
                    "In English, or in German if that is preferred. Admins also get the technical names of steps.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CatalogueView.class)))
    public Response catalogue(
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted, @Context SecurityContext security) {
        Locale language = AnswerLanguage.of(accepted);
        return in(language, cataloguePresenter.all(security.isUserInRole(Roles.ADMIN), language));
    }

    @GET
    @Path("/unmatched")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "unmatchedErrors",
            summary = "Errors of the history that no rule answers, grouped, newest first",
            description =
                    "Looks at the newest failures of each kind. Errors that differ in numbers and ids alone are one"
                            + " group; secrets are redacted. Each group wants a rule: try its error above.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnmatchedErrorsView.class)))
    public UnmatchedErrorsView unmatched() {
        return unmatchedErrors.now();
    }
}
