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
final class ChangeDetector {

    /** Clocks of other writers may be behind, and their last writes be seen late. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** For how long back a client can catch up with what ended. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(7);

    private final JobSnapshots snapshots;
    private final EventSerializer serializer;
    private final Clock clock;
    private final EventBuffer buffer = new EventBuffer();

    private Map<String, JobSnapshot> known = Map.of();
    private Instant lookedAt;

    ChangeDetector(JobSnapshots snapshots, EventSerializer serializer, Clock clock) {
        this.snapshots = snapshots;
        this.serializer = serializer;
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
        Map<String, JobSnapshot> seen = snapshots.take(watched(jobs), since(now, ids));
        List<LiveEvent> events =
                lookedAt == null ? List.of() : tell(changes(seen.values(), lookedAt.minus(MARGIN)), now);
        known = seen;
        lookedAt = now;
        return events;
    }

    private List<String> watched(Collection<String> jobs) {
        Stream<String> running =
                known.values().stream().filter(seen -> !seen.hasEnded()).map(JobSnapshot::id);
        return Stream.concat(running, jobs.stream()).distinct().toList();
    }

    private Instant since(Instant now, Collection<EventId> ids) {
        Instant last = lookedAt == null ? now : lookedAt;
        return ids.stream()
                .filter(id -> buffer.after(id).isEmpty())
                .map(EventId::at)
                .filter(at -> at.isAfter(now.minus(LONGEST_ABSENCE)))
                .filter(at -> at.isBefore(last))
                .min(Instant::compareTo)
                .orElse(last)
                .minus(MARGIN);
    }

    /** A job that ended before the last look and wasn't seen then is no news. */
    private List<JobChange> changes(Collection<JobSnapshot> seen, Instant newsSince) {
        List<JobChange> changes = new ArrayList<>();
        for (JobSnapshot now : seen) {
            JobSnapshot before = known.get(now.id());
            if (before != null) {
                changes.addAll(now.since(before));
            } else if (!now.hasEnded() || now.endedSince(newsSince)) {
                changes.addAll(now.state());
            }
        }
        return changes;
    }

    private List<LiveEvent> tell(List<JobChange> changes, Instant now) {
        List<LiveEvent> events = changes.stream()
                .flatMap(
                        change -> serializer
                                .of(change)
                                .map(data -> new LiveEvent(buffer.next(now), change.event(), change.jobId(), data))
                                .stream())
                .toList();
        events.forEach(buffer::add);
        return events;
    }

    /** What a client has to be told so that it knows all up to the last look, and can resume from there. */
    List<LiveEvent> catchUp(Optional<EventId> last) {
        List<LiveEvent> missed = last.flatMap(buffer::after).orElseGet(() -> state(last));
        LiveEvent ready = new LiveEvent(buffer.now(lookedAt), "ready", null, new RoleSpecific<>("{}", "{}"));
        return Stream.concat(missed.stream(), Stream.of(ready)).toList();
    }

    /** Without ids: only who has got all of it can resume. */
    private List<LiveEvent> state(Optional<EventId> last) {
        Predicate<JobSnapshot> missed = seen -> !seen.hasEnded()
                || last.filter(id -> seen.endedSince(id.at().minus(MARGIN))).isPresent();
        return serializer.withoutIds(known.values().stream()
                .filter(missed)
                .flatMap(seen -> seen.state().stream())
                .toList());
    }

    /** What became of a job since a client was told of it. */
    List<LiveEvent> since(JobSnapshot told) {
        return of(told.id())
                .map(seen -> serializer.withoutIds(seen.since(told)))
                .orElse(List.of());
    }

    /** The job as the last look saw it; empty if it doesn't exist any more. */
    Optional<JobSnapshot> of(String jobId) {
        return Optional.ofNullable(known.get(jobId));
    }
}
