package io.clearover.live;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event's id: when it was seen, its number, and the run of polling that saw it. Another node, or this one after a
 * restart, knows of it only the time.
 *
 * @param run made anew each time that a node begins to look
 */
record EventId(Instant at, long number, String run) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,18})-([0-9a-f]{8})");

    /** What a client sent as {@code Last-Event-ID}; empty if it is none of ours, as for null. */
    static Optional<EventId> of(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
            return Optional.of(new EventId(at, Long.parseLong(matcher.group(2)), matcher.group(3)));
        } catch (DateTimeException beyondTime) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%d-%d-%s".formatted(at.toEpochMilli(), number, run);
    }
}
