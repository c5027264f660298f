package io.clearover.watch;

import io.clearover.database.DatabaseAway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sees jobs of other programs end. Nothing is remembered outside of the database: what has been told already stands in the VMs'
 * summaries, so that a restart loses nothing, and several servers may look. Thread-safe.
 */
@ApplicationScoped
public class ForeignJobWatch {

    private static final Logger LOG = Logger.getLogger(ForeignJobWatch.class.getName());

    /** Clocks of other writers may be behind, and their last writes be seen late. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** So many ends are told in one transaction. */
    private static final int BATCH = 50;

    private final EndedJobs jobs;
    private final ForeignEnds ends;
    private final Clock clock;
    private final Duration fullInterval;
    private final Duration maxAge;

    /** Ends that can't be told: said in the log once each. */
    private final Set<String> untold = new HashSet<>();

    private Instant lookedAt;
    private Instant lookedAtAll;

    ForeignJobWatch() {
        this(null, null, null, null, null);
    }

    /**
     * @param fullInterval how often the newest jobs of all VMs are looked at, however odd their times
     * @param maxAge what ended longer ago is not told any more: its summary would just expire
     */
    @Inject
    public ForeignJobWatch(
            EndedJobs jobs,
            ForeignEnds ends,
            Clock clock,
            @ConfigProperty(name = "clearover.foreign-job.full-poll-interval", defaultValue = "PT1M")
                    Duration fullInterval,
            @ConfigProperty(name = "clearover.summary.max-age", defaultValue = "P30D") Duration maxAge) {
        this.jobs = jobs;
        this.ends = ends;
        this.clock = clock;
        this.fullInterval = fullInterval;
        this.maxAge = maxAge;
    }

    /**
     * Looks once, and tells of what has ended since the last look: the first time, and every now and then, at the newest jobs of
     * all VMs, else only at what has changed.
     *
     * @throws RuntimeException if the database can't be asked; the next look then sees what this one would have
     */
    public synchronized void look() {
        Instant now = clock.instant();
        boolean all = lookedAtAll == null || !lookedAtAll.plus(fullInterval).isAfter(now);
        tell(all ? jobs.newest() : jobs.since(lookedAt.minus(MARGIN)), now);
        lookedAt = now;
        lookedAtAll = all ? now : lookedAtAll;
    }

    private void tell(List<EndedJob> seen, Instant now) {
        List<EndedJob> news = seen.stream()
                .filter(job -> job.isNews(job.told(), now) && isYoung(job, now))
                .sorted(Comparator.comparing(
                        (EndedJob job) -> job.endedAt(now), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (int from = 0; from < news.size(); from += BATCH) {
            tell(news.subList(from, Math.min(from + BATCH, news.size())));
        }
    }

    private boolean isYoung(EndedJob job, Instant now) {
        Instant end = job.endedAt(now);
        return end == null || end.isAfter(now.minus(maxAge));
    }

    /** One that can't be told keeps no other from being told. */
    private void tell(List<EndedJob> batch) {
        try {
            ends.tell(batch);
        } catch (RuntimeException odd) {
            if (DatabaseAway.caused(odd)) {
                throw odd;
            }
            if (batch.size() > 1) {
                batch.forEach(job -> tell(List.of(job)));
                return;
            }
            String id = batch.get(0).id();
            LOG.log(untold.add(id) ? Level.WARNING : Level.FINE, odd, () -> "the end of job %s cannot be told"
                    .formatted(id));
        }
    }
}
