package io.clearover.live;

import io.clearover.job.JobId;
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
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One failover or rollback, as it happens. */
@Path("/jobs/{job_id}/events")
@RequestScoped
@Tag(name = "Live")
public class JobEventsResource {

    private final EventStreams streams;

    JobEventsResource() {
        this(null);
    }

    @Inject
    public JobEventsResource(EventStreams streams) {
        this.streams = streams;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "jobEvents",
            summary = "One failover or rollback as it happens, as server-sent events",
            description = "First the steps that have begun and the job as they are now, then each change; the stream"
                    + " ends after the job has. Whoever reconnects gets the present state again.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(oneOf = {LiveJob.class, LiveStep.class})))
    @APIResponse(responseCode = "404", description = "No job has this id.")
    @APIResponse(responseCode = "409", description = "Jobs of several VMs have this external id.")
    @APIResponse(responseCode = "429", description = "The user already listens as often as one may.")
    @APIResponse(responseCode = "503", description = "Too many clients listen to this server.")
    public void events(
            @PathParam("job_id")
                    @Parameter(
                            description = "a job id or an external job id",
                            example = "unified-test-failover-web01-1759501320")
                    String id,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context SecurityContext security) {
        streams.openJob(StreamClient.of(sink, sse, security), JobId.named(id));
    }
}
