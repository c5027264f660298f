package io.clearover.watch;

import io.clearover.database.Database;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.job.ContextId;
import io.clearover.job.ForeignOperationEnded;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.ReplicationRow;
import io.clearover.job.view.StepRow;
import io.clearover.job.view.TrackedJob;
import io.clearover.job.view.TrackedJobs;
import io.clearover.summary.ToldEnd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;

/** Tells of the ends of other programs' jobs, each once, however many servers see it. Thread-safe. */
@ApplicationScoped
public class ForeignEnds {

    /** By PRIMARY; of a row that is locked, another server tells, or an operation is just ending there. */
    private static final String LOCK = "SELECT c.context_id, " + ToldEnd.COLUMNS
            + " FROM vm_replication_contexts c WHERE c.context_id IN (<vms>) ORDER BY c.context_id FOR UPDATE SKIP LOCKED";

    private final Database database;
    private final TrackedJobs jobs;
    private final ReplicationJobs replications;
    private final Event<ForeignOperationEnded> ended;
    private final Clock clock;

    ForeignEnds() {
        this(null, null, null, null, null);
    }

    @Inject
    public ForeignEnds(
            Database database,
            TrackedJobs jobs,
            ReplicationJobs replications,
            Event<ForeignOperationEnded> ended,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.replications = replications;
        this.ended = ended;
        this.clock = clock;
    }

    /** A row of {@link #LOCK}. */
    public record Locked(String contextId, @Nested ToldEnd told) {}

    /** Fires an event for each of these that is still news to its VM, in this order. */
    @Transactional(TxType.REQUIRES_NEW)
    public void tell(List<EndedJob> seen) {
        Instant now = clock.instant();
        Map<String, ForeignOperationEnded> ends = read(seen, now);
        Map<String, ToldEnd> told = lock(seen);
        for (EndedJob job : seen) {
            ToldEnd summary = told.get(job.contextId());
            ForeignOperationEnded end = ends.get(job.id());
            if (summary != null && end != null && job.isNews(summary, now)) {
                ended.fire(end);
                told.put(job.contextId(), new ToldEnd(end.at().toString(), job.id(), 1));
            }
        }
    }

    private Map<String, ToldEnd> lock(List<EndedJob> seen) {
        List<String> vms = seen.stream().map(EndedJob::contextId).distinct().toList();
        Map<String, ToldEnd> told = new HashMap<>();
        database.list(LOCK, Map.of("vms", vms), Locked.class).forEach(row -> told.put(row.contextId(), row.told()));
        return told;
    }

    /** By their ids; only of those that really have ended. */
    private Map<String, ForeignOperationEnded> read(List<EndedJob> seen, Instant now) {
        Map<String, EndedJob> byId =
                seen.stream().collect(Collectors.toMap(EndedJob::id, Function.identity(), (one, same) -> one));
        Map<String, ForeignOperationEnded> ends = new HashMap<>();
        jobs.of(ids(seen, false)).stream()
                .filter(job -> job.status().hasEnded())
                .map(job -> event(job, byId.get(job.row().id()), now))
                .forEach(end -> ends.put(end.jobId(), end));
        replications.of(ids(seen, true)).stream()
                .filter(job -> job.state().hasEnded())
                .map(job -> event(job, byId.get(job.id()), now))
                .forEach(end -> ends.put(end.jobId(), end));
        return ends;
    }

    private static List<String> ids(List<EndedJob> seen, boolean replications) {
        return seen.stream()
                .filter(job -> job.replication() == replications)
                .map(EndedJob::id)
                .distinct()
                .toList();
    }

    private ForeignOperationEnded event(TrackedJob job, EndedJob seen, Instant now) {
        boolean failed = job.status() == JobStatus.FAILED;
        return new ForeignOperationEnded(
                job.row().id(),
                job.row().externalJobId(),
                new ContextId(seen.contextId()),
                job.kind(),
                job.status(),
                job.percent(),
                job.progress(),
                failed ? job.failedStep().map(StepRow::name).orElse(null) : null,
                job.failedOperation(),
                failed ? job.rawError() : null,
                Optional.ofNullable(seen.endedAt(now)).orElse(now),
                job.durationSeconds(clock));
    }

    private ForeignOperationEnded event(ReplicationRow job, EndedJob seen, Instant now) {
        boolean failed = job.state() == JobStatus.FAILED;
        return new ForeignOperationEnded(
                job.id(),
                null,
                new ContextId(seen.contextId()),
                JobKind.REPLICATION,
                job.state(),
                job.percent(),
                null,
                null,
                FailedOperation.of(OperationType.REPLICATION),
                failed ? job.rawError() : null,
                Optional.ofNullable(seen.endedAt(now)).orElse(now),
                job.durationSeconds(clock));
    }
}
