package io.clearover.job.view;

import io.clearover.job.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one page of the one list: the rows of two tables, each in the order of its index, as one. However long the history, it
 * looks at a bounded number of rows. Thread-safe.
 */
@ApplicationScoped
public class JobPages {

    /** How many rows of each table a page looks at where some are not wanted. */
    public static final int LOOKED_AT = 200;

    /** How many jobs a page reads with their steps, to tell what their rows alone don't. */
    static final int READ = 150;

    /** How many of the newest rows of each table are counted for totals. */
    public static final int COUNTED = 2000;

    private final TrackedJobs tracked;
    private final ReplicationJobs replications;
    private final JobItems items;

    JobPages() {
        this(null, null, null);
    }

    @Inject
    public JobPages(TrackedJobs tracked, ReplicationJobs replications, JobItems items) {
        this.tracked = tracked;
        this.replications = replications;
        this.items = items;
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null if there is no more to look at
     */
    record Page(List<RecentJob> jobs, ListPlace next) {}

    /** How many rows of each table have to be read for a page of so many jobs. */
    static int most(JobFilter filter, int limit) {
        return filter.takesAll() ? limit + 1 : LOOKED_AT;
    }

    /**
     * Makes the page of the rows that come next. One statement, for steps.
     *
     * @param from where the rows begin
     */
    Page page(
            ListedPart<TrackedListRow> jobs,
            ListedPart<ReplicationListRow> copies,
            ListPlace from,
            JobFilter filter,
            ListOrder order,
            int limit) {
        List<Candidate> candidates = new ArrayList<>();
        int sure = 0;
        ListPlace place = from;
        for (Listed next : merged(jobs, copies, from, order)) {
            if (sure == limit || candidates.size() == READ) {
                break;
            }
            place = next.at();
            Optional<Candidate> candidate = candidate(next, filter);
            candidate.ifPresent(candidates::add);
            sure += candidate.filter(Candidate::sure).isPresent() ? 1 : 0;
        }
        Map<String, TrackedJob> known =
                withSteps(candidates.stream().map(Candidate::listed).toList());
        List<RecentJob> wanted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            RecentJob item = candidate.item() == null ? item(candidate.listed().row(), known) : candidate.item();
            if (filter.takes(item)) {
                wanted.add(item);
                if (wanted.size() == limit) {
                    place = candidate.listed().at();
                    break;
                }
            }
        }
        return new Page(wanted, isAll(place, jobs, copies) ? null : place);
    }

    /**
     * A row that may be wanted.
     *
     * @param sure whether it is
     * @param item what is told of it; null if that is not known without its steps
     */
    private record Candidate(Listed listed, boolean sure, RecentJob item) {}

    private Optional<Candidate> candidate(Listed listed, JobFilter filter) {
        if (!listed.wanted()) {
            return Optional.empty();
        }
        if (listed.row() instanceof TrackedListRow row) {
            return filter.mayTake(row.job())
                    ? Optional.of(new Candidate(listed, filter.isSureOf(row.job()), null))
                    : Optional.empty();
        }
        RecentJob item = items.of((ReplicationListRow) listed.row());
        return filter.takes(item) ? Optional.of(new Candidate(listed, true, item)) : Optional.empty();
    }

    /**
     * Counts the newest jobs. One statement, for steps.
     *
     * @param jobs those that {@link JobFilter#forTotals} wants, as copies
     */
    JobTotals totals(ListedPart<TrackedListRow> jobs, ListedPart<ReplicationListRow> copies, JobFilter filter) {
        List<Listed> merged = merged(jobs, copies, ListPlace.START, ListOrder.NEWEST_FIRST);
        List<Listed> candidates = merged.stream()
                .filter(next ->
                        next.wanted() && (!(next.row() instanceof TrackedListRow row) || filter.mayTake(row.job())))
                .toList();
        Map<String, TrackedJob> known = withSteps(candidates);
        Map<String, Integer> statuses = new TreeMap<>();
        Map<String, Integer> causes = new TreeMap<>();
        if (filter.takesAll()) {
            count(JobStatus.COMPLETED.text(), merged.size() - candidates.size(), statuses);
        }
        for (Listed candidate : candidates) {
            RecentJob item = item(candidate.row(), known);
            if (filter.takes(item)) {
                count(item.status(), 1, statuses);
                count(item.cause(), 1, causes);
            }
        }
        return new JobTotals(
                mostFirst(statuses),
                mostFirst(causes),
                statuses.values().stream().mapToInt(Integer::intValue).sum(),
                merged.isEmpty() ? null : merged.get(merged.size() - 1).start(),
                jobs.isAll() && copies.isAll());
    }

    private static void count(String word, int more, Map<String, Integer> counts) {
        if (word != null && more > 0) {
            counts.merge(word, more, Integer::sum);
        }
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(count -> sorted.put(count.getKey(), count.getValue()));
        return sorted;
    }

    /**
     * A row, and where a list is that has been read up to it.
     *
     * @param start by what it is put among those of the other table
     */
    private record Listed(Object row, boolean wanted, Instant start, ListPlace at) {}

    private RecentJob item(Object row, Map<String, TrackedJob> known) {
        return row instanceof TrackedListRow job
                ? items.of(known.get(job.listedId()))
                : items.of((ReplicationListRow) row);
    }

    private Map<String, TrackedJob> withSteps(List<Listed> candidates) {
        List<JobRow> rows = candidates.stream()
                .map(Listed::row)
                .filter(TrackedListRow.class::isInstance)
                .map(row -> ((TrackedListRow) row).job())
                .toList();
        Map<String, TrackedJob> known = new HashMap<>();
        tracked.withSteps(rows).forEach(job -> known.put(job.row().id(), job));
        return known;
    }

    /** The rows of both tables in the order of the list, as far as both are known. */
    private List<Listed> merged(
            ListedPart<TrackedListRow> jobs, ListedPart<ReplicationListRow> copies, ListPlace from, ListOrder order) {
        List<Listed> merged = new ArrayList<>();
        ListPlace place = from;
        int j = 0;
        int c = 0;
        while (true) {
            TrackedListRow job = j < jobs.rows().size() ? jobs.rows().get(j) : null;
            ReplicationListRow copy = c < copies.rows().size() ? copies.rows().get(c) : null;
            boolean isUnknown = job == null && !jobs.isAll() || copy == null && !copies.isAll();
            if (isUnknown || job == null && copy == null) {
                return merged;
            }
            if (copy == null || job != null && !order.isBefore(start(copy), job.listedAt())) {
                place = new ListPlace(new ListPlace.Mark(job.listedAt(), job.listedId()), place.replication());
                merged.add(new Listed(job, job.wanted(), job.listedAt(), place));
                j++;
            } else {
                place = new ListPlace(place.tracked(), new ListPlace.Mark(copy.listedAt(), copy.listedId()));
                merged.add(new Listed(copy, copy.wanted(), start(copy), place));
                c++;
            }
        }
    }

    /** As it is told; the replications' own order is that in which they were asked for. */
    private Instant start(ReplicationListRow copy) {
        return copy.wanted() ? copy.replication().startedAt() : replications.inUtc(copy.listedAt());
    }

    private static boolean isAll(
            ListPlace place, ListedPart<TrackedListRow> jobs, ListedPart<ReplicationListRow> copies) {
        return jobs.isAll()
                && copies.isAll()
                && isLast(
                        place.tracked(),
                        jobs.rows().stream().map(TrackedListRow::listedId).toList())
                && isLast(
                        place.replication(),
                        copies.rows().stream().map(ReplicationListRow::listedId).toList());
    }

    private static boolean isLast(ListPlace.Mark mark, List<String> ids) {
        return ids.isEmpty() || mark != null && ids.get(ids.size() - 1).equals(mark.id());
    }
}
