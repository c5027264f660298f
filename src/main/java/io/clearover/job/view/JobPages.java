package io.clearover.job.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads one page of the one list: the rows of two tables, each in the order of its index, as one. However long the history, it
 * looks at a bounded number of rows. Thread-safe.
 */
@ApplicationScoped
public class JobPages {

    /** How many rows of each table a page looks at where some are not wanted. */
    static final int LOOKED_AT = 1000;

    /** How many jobs a page reads with their steps, to tell what their rows alone don't. */
    static final int READ = 200;

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
        List<Listed> candidates = new ArrayList<>();
        boolean steps = filter.needsSteps();
        int enough = steps ? READ : limit;
        ListPlace place = walk(jobs, copies, from, order, (at, row) -> {
            if (row != null && mayTake(row, filter)) {
                candidates.add(new Listed(row, at));
            }
            return candidates.size() < enough;
        });
        Map<String, TrackedJob> known = withSteps(candidates);
        List<RecentJob> wanted = new ArrayList<>();
        for (Listed candidate : candidates) {
            RecentJob item = item(candidate.row(), known);
            if (filter.takes(item)) {
                wanted.add(item);
                if (wanted.size() == limit) {
                    place = candidate.at();
                    break;
                }
            }
        }
        return new Page(wanted, isAll(place, jobs, copies) ? null : place);
    }

    /** A row, and where a list is that has been read up to it. */
    private record Listed(Object row, ListPlace at) {}

    private boolean mayTake(Object row, JobFilter filter) {
        return row instanceof TrackedListRow job
                ? filter.mayTake(tracked.withoutSteps(job.job()))
                : filter.mayTake((ReplicationListRow) row);
    }

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

    /**
     * Goes through the rows of both tables, in the order of the list, as far as both are known or it is told to stop.
     *
     * @param step is given each row, null for one that is not wanted, and the place behind it; false stops
     */
    private ListPlace walk(
            ListedPart<TrackedListRow> jobs,
            ListedPart<ReplicationListRow> copies,
            ListPlace from,
            ListOrder order,
            BiFunction<ListPlace, Object, Boolean> step) {
        ListPlace place = from;
        int j = 0;
        int c = 0;
        boolean goesOn = true;
        while (goesOn) {
            boolean hasJob = j < jobs.rows().size();
            boolean hasCopy = c < copies.rows().size();
            boolean isUnknown = !hasJob && !jobs.isAll() || !hasCopy && !copies.isAll();
            if (isUnknown || !hasJob && !hasCopy) {
                break;
            }
            if (hasJob
                    && (!hasCopy
                            || !isCopyFirst(copies.rows().get(c), jobs.rows().get(j), order))) {
                TrackedListRow row = jobs.rows().get(j++);
                place = new ListPlace(new ListPlace.Mark(row.listedAt(), row.listedId()), place.replication());
                goesOn = step.apply(place, row.wanted() ? row : null);
            } else {
                ReplicationListRow row = copies.rows().get(c++);
                place = new ListPlace(place.tracked(), new ListPlace.Mark(row.listedAt(), row.listedId()));
                goesOn = step.apply(place, row.wanted() ? row : null);
            }
        }
        return place;
    }

    /** By their starts as they are told; the replications' own order is that in which they were asked for. */
    private boolean isCopyFirst(ReplicationListRow copy, TrackedListRow job, ListOrder order) {
        Instant start = copy.wanted() ? copy.replication().startedAt() : replications.inUtc(copy.listedAt());
        return order.isBefore(start, job.listedAt());
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
