package io.clearover.live;

import io.clearover.web.Roles;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The connection of a client that listens, and whose it is. */
record StreamClient(SseEventSink sink, Sse sse, String user, boolean admin) {

    static StreamClient of(SseEventSink sink, Sse sse, SecurityContext security) {
        return new StreamClient(sink, sse, security.getUserPrincipal().getName(), security.isUserInRole(Roles.ADMIN));
    }
}
