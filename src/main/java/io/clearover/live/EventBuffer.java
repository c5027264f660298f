package io.clearover.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The newest events of this run of polling, and their ids. Not thread-safe. */
final class EventBuffer {

    private static final int MOST = 2000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Deque<LiveEvent> events = new ArrayDeque<>();
    private long last;

    EventId next(Instant at) {
        return new EventId(at, ++last, run);
    }

    /** The id after which all is still to come. */
    EventId now(Instant at) {
        return new EventId(at, last, run);
    }

    void add(LiveEvent event) {
        events.addLast(event);
        if (events.size() > MOST) {
            events.removeFirst();
        }
    }

    /** All events after that one; empty if that can't be told any more. */
    Optional<List<LiveEvent>> after(EventId id) {
        boolean known = id.run().equals(run) && id.number() <= last && id.number() >= last - events.size();
        return known ? Optional.of(newerThan(id.number())) : Optional.empty();
    }

    private List<LiveEvent> newerThan(long number) {
        List<LiveEvent> newer = new ArrayList<>(events);
        newer.removeIf(event -> event.id().number() <= number);
        return newer;
    }
}
