package io.clearover.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One run of looking at the database, from when somebody begins to listen until nobody does: what the last look saw, and
 * the events so far. Not thread-safe.
 */
final class Watch {

    /** Clocks of other writers may be behind, and their last writes be seen late. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** For how long back a client can catch up with what ended. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(7);

    private final Pictures pictures;
    private final EventTexts texts;
    private final Clock clock;
    private final Replay replay = new Replay();

    private Map<String, Seen> picture = Map.of();
    private Instant lookedAt;

    Watch(Pictures pictures, EventTexts texts, Clock clock) {
        this.pictures = pictures;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Looks once: one statement.
     *
     * @param jobs ids of jobs that somebody asks about, besides all that runs
     * @param ids where clients want to resume
     * @return the events since the last look; none at the first
     * @throws RuntimeException if the database can't be asked; the next look then tells what this one would have
     */
    List<LiveEvent> look(Collection<String> jobs, Collection<EventId> ids) {
        Instant now = clock.instant();
        Map<String, Seen> seen = pictures.take(watched(jobs), since(now, ids));
        List<LiveEvent> events =
                lookedAt == null ? List.of() : tell(changes(seen.values(), lookedAt.minus(MARGIN)), now);
        picture = seen;
        lookedAt = now;
        return events;
    }

    private List<String> watched(Collection<String> jobs) {
        Stream<String> running =
                picture.values().stream().filter(seen -> !seen.hasEnded()).map(Seen::id);
        return Stream.concat(running, jobs.stream()).distinct().toList();
    }

    private Instant since(Instant now, Collection<EventId> ids) {
        Instant last = lookedAt == null ? now : lookedAt;
        return ids.stream()
                .filter(id -> replay.after(id).isEmpty())
                .map(EventId::at)
                .filter(at -> at.isAfter(now.minus(LONGEST_ABSENCE)))
                .filter(at -> at.isBefore(last))
                .min(Instant::compareTo)
                .orElse(last)
                .minus(MARGIN);
    }

    /** A job that ended before the last look and wasn't seen then is no news. */
    private List<Change> changes(Collection<Seen> seen, Instant newsSince) {
        List<Change> changes = new ArrayList<>();
        for (Seen now : seen) {
            Seen before = picture.get(now.id());
            if (before != null) {
                changes.addAll(now.since(before));
            } else if (!now.hasEnded() || now.endedSince(newsSince)) {
                changes.addAll(now.state());
            }
        }
        return changes;
    }

    private List<LiveEvent> tell(List<Change> changes, Instant now) {
        List<LiveEvent> events = changes.stream()
                .map(change -> new LiveEvent(replay.next(now), change.event(), change.jobId(), texts.of(change)))
                .toList();
        events.forEach(replay::add);
        return events;
    }

    /** What a client has to be told so that it knows all up to the last look, and can resume from there. */
    List<LiveEvent> catchUp(Optional<EventId> last) {
        List<LiveEvent> missed = last.flatMap(replay::after).orElseGet(() -> state(last));
        LiveEvent ready = new LiveEvent(replay.now(lookedAt), "ready", null, new ForRoles<>("{}", "{}"));
        return Stream.concat(missed.stream(), Stream.of(ready)).toList();
    }

    /** Without ids: only who has got all of it can resume. */
    private List<LiveEvent> state(Optional<EventId> last) {
        Predicate<Seen> missed = seen -> !seen.hasEnded()
                || last.filter(id -> seen.endedSince(id.at().minus(MARGIN))).isPresent();
        return texts.withoutIds(picture.values().stream()
                .filter(missed)
                .flatMap(seen -> seen.state().stream())
                .toList());
    }

    /** What became of a job since a client was told of it. */
    List<LiveEvent> since(Seen told) {
        return of(told.id()).map(seen -> texts.withoutIds(seen.since(told))).orElse(List.of());
    }

    /** The job as the last look saw it; empty if it doesn't exist any more. */
    Optional<Seen> of(String jobId) {
        return Optional.ofNullable(picture.get(jobId));
    }
}
