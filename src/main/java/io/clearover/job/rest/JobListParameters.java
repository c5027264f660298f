package io.clearover.job.rest;

import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.view.FleetJobs;
import io.clearover.job.view.JobFilter;
import io.clearover.job.view.ListOrder;
import io.clearover.job.view.ListPlace;
import io.clearover.web.QueryReader;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * The parameters of a list of jobs.
 *
 * @param from where the page begins
 * @param limit how many jobs it has at most
 */
record JobListParameters(JobFilter filter, ListPlace from, int limit) {

    static final String TYPES = "replication, test_failover, live_failover, rollback or operation; several with commas";

    static final String STATUSES =
            "pending, running, completed, failed, cancelled, stalled or unknown; several with commas";

    static final String BEFORE = "next of the page before, or a time: only what was started before it";

    private static final int LONGEST = 255;

    private static final String OLDEST_FIRST = "started_at";

    private static final String[] SORTS = {OLDEST_FIRST, "-started_at"};

    /**
     * Reads those of a VM's list.
     *
     * @throws io.clearover.web.ProblemException (400) with all that is wrong
     */
    static JobListParameters ofVm(UriInfo address, int usual, int most) {
        QueryReader query = new QueryReader(address);
        JobListParameters read = of(query, "before", usual, most);
        query.check();
        return read;
    }

    /** Reads those of the fleet's list; what is wrong is noted. */
    static FleetJobs.Wanted ofFleet(QueryReader query, int usual, int most) {
        JobListParameters read = of(query, "cursor", usual, most);
        String vm = query.text("vm", LONGEST);
        String sort = query.word("sort", SORTS, word -> word);
        return new FleetJobs.Wanted(
                vm,
                read.filter(),
                OLDEST_FIRST.equals(sort) ? ListOrder.OLDEST_FIRST : ListOrder.NEWEST_FIRST,
                read.from(),
                read.limit());
    }

    /**
     * Reads those that all lists have; what is wrong is noted.
     *
     * @param place name of the parameter that says where the page begins
     */
    static JobListParameters of(QueryReader query, String place, int usual, int most) {
        String sent = query.text(place, Integer.MAX_VALUE);
        Optional<Instant> instant = Optional.ofNullable(sent).flatMap(QueryReader::instantOf);
        Optional<ListPlace> from =
                sent == null || instant.isPresent() ? Optional.of(ListPlace.START) : ListPlace.of(sent);
        if (from.isEmpty()) {
            query.fault(place, "must be next of an answer, or a time such as 2025-10-03T14:00:00Z");
        }
        JobFilter filter = new JobFilter(
                query.words("type", JobKind.values(), JobKind::text),
                query.words("status", JobStatus.values(), JobStatus::text),
                query.word("category", JobFilter.categories().toArray(String[]::new), word -> word),
                query.text("cause", LONGEST),
                query.word("side", JobFilter.sides().toArray(String[]::new), word -> word),
                query.text("started_by", LONGEST),
                query.instant("since"),
                earlier(instant.orElse(null), query.instant("until")),
                query.text("text", LONGEST));
        return new JobListParameters(filter, from.orElse(ListPlace.START), query.number("limit", 1, most, usual));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
