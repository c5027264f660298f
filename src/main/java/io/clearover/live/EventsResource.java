package io.clearover.live;

import io.clearover.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** What changes on all VMs, as it happens. */
@Path("/events")
@RequestScoped
@Tag(name = "Live")
public class EventsResource {

    private final EventStreams streams;

    EventsResource() {
        this(null);
    }

    @Inject
    public EventsResource(EventStreams streams) {
        this.streams = streams;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "events",
            summary = "Changes of replications, failovers and rollbacks as they happen, as server-sent events",
            description = "First the state of all that runs, or what was missed since Last-Event-ID, then an event"
                    + " ready; from then on an event job at each change of a job, and step at each change of a step."
                    + " A client that reconnects may be told something twice.")
    @APIResponse(
            responseCode = "200",
            description = "The stream.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(oneOf = {LiveJob.class, LiveStep.class})))
    @APIResponse(responseCode = "429", description = "The user already listens as often as one may.")
    @APIResponse(responseCode = "503", description = "Too many clients listen to this server.")
    public void events(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER)
                    @Parameter(description = "the id of the last event that the client got")
                    String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context SecurityContext security) {
        streams.openAll(StreamClient.of(sink, sse, security), lastEventId);
    }
}
