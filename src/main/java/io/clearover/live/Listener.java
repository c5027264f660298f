package io.clearover.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One open stream. Events are queued here and sent one after the other, each in a thread that may have to wait for the client,
 * so that a slow one holds up nobody else; one whose queue is full is closed, and can resume where it was. Thread-safe.
 */
final class Listener {

    private static final Logger LOG = Logger.getLogger(Listener.class.getName());

    /** A thousand events of about 600 bytes each; a catch-up after a restart may have some hundred at once. */
    private static final int LONGEST_QUEUE = 1000;

    private static final long RECONNECT_MILLIS = 2000;

    private final StreamClient client;
    private final Executor executor;
    private final Subscription subscription;

    private final Queue<OutboundSseEvent> queue = new ArrayDeque<>();
    private boolean sending;
    private boolean ending;
    private boolean closed;

    /**
     * What a client asked for.
     *
     * @param last the last event that it got; empty to begin with what is now
     * @param job the one job that it wants to hear of, as it was already told; empty for all
     */
    record Subscription(Optional<EventId> last, Optional<JobSnapshot> job) {}

    Listener(StreamClient client, Executor executor, Subscription subscription) {
        this.client = client;
        this.executor = executor;
        this.subscription = subscription;
    }

    Subscription subscription() {
        return subscription;
    }

    boolean isOf(Listener other) {
        return client.user().equals(other.client.user());
    }

    /** Queues those of the events that this client wants. What can't be sent to it ends its stream, and nobody else's. */
    void send(List<LiveEvent> events) {
        closeIfBroken(
                () -> events.stream().filter(this::wants).map(this::outbound).forEach(this::queue));
    }

    private void closeIfBroken(Runnable sends) {
        try {
            sends.run();
        } catch (RuntimeException broken) {
            LOG.log(Level.FINE, "a listener has gone or can't be sent to", broken);
            close();
        }
    }

    private boolean wants(LiveEvent event) {
        return subscription.job().isEmpty() || subscription.job().get().id().equals(event.jobId());
    }

    private OutboundSseEvent outbound(LiveEvent event) {
        OutboundSseEvent.Builder builder = client.sse()
                .newEventBuilder()
                .name(event.name())
                .reconnectDelay(RECONNECT_MILLIS)
                .data(event.data().as(client.admin()));
        return event.id() == null
                ? builder.build()
                : builder.id(event.id().toString()).build();
    }

    /** A line that clients ignore, so that everything between them and us sees that the stream is alive. */
    void comment(String text) {
        closeIfBroken(() -> queue(client.sse().newEventBuilder().comment(text).build()));
    }

    /** Closes the stream when all that is queued has been sent. */
    synchronized void end() {
        ending = true;
        if (!sending) {
            close();
        }
    }

    /** Closes the stream now. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            queue.clear();
            execute(client.sink()::close);
        }
    }

    synchronized boolean isClosed() {
        return closed || client.sink().isClosed();
    }

    private synchronized void queue(OutboundSseEvent event) {
        if (isClosed() || ending) {
            return;
        }
        if (queue.size() >= LONGEST_QUEUE) {
            LOG.info("a listener of the live feed was too slow and is closed");
            close();
            return;
        }
        queue.add(event);
        if (!sending) {
            sending = true;
            execute(this::sendNext);
        }
    }

    private void sendNext() {
        OutboundSseEvent event = next();
        if (event == null) {
            return;
        }
        closeIfBroken(() -> client.sink().send(event).whenComplete((sent, failure) -> {
            if (failure == null) {
                execute(this::sendNext);
            } else {
                close();
            }
        }));
    }

    private synchronized OutboundSseEvent next() {
        OutboundSseEvent event = closed ? null : queue.poll();
        sending = event != null;
        if (event == null && ending) {
            close();
        }
        return event;
    }

    private void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.FINE, "the server stops", stopping);
        }
    }
}
