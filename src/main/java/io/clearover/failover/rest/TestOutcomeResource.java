package io.clearover.failover.rest;

import io.clearover.failover.TestOutcomes;
import io.clearover.job.JobId;
import io.clearover.job.TestOutcome;
import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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

/** What the test of a test failover has shown. */
@Path("/failover/{job_id}/test-outcome")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Failover")
public class TestOutcomeResource {

    private final TestOutcomes outcomes;

    TestOutcomeResource() {
        this(null);
    }

    @Inject
    public TestOutcomeResource(TestOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            operationId = "recordTestOutcome",
            summary = "Record what a test failover has shown",
            description = "result is passed or problems; note is free text of up to 2,000 characters. The job's status,"
                    + " the recent jobs and, while this is the VM's last operation, the VM show it as test_outcome.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = TestOutcomeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "problems",
                                            value = "{\"result\": \"problems\", \"note\": \"No licence server\"}")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TestOutcome.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; errors says which.")
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(responseCode = "409", description = "It isn't a test failover that has completed.")
    public TestOutcome record(
            @PathParam("job_id") @Parameter(description = "a job id or an external job id") String id,
            InputStream body,
            @Context SecurityContext security) {
        TestOutcomeRequest found = TestOutcomeRequest.of(body);
        return outcomes.record(
                JobId.named(id),
                found.result(),
                found.note(),
                security.getUserPrincipal().getName());
    }
}
