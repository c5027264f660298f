package io.clearover.job.view;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.facts.Side;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which jobs of a list are wanted: those for which all that is set is so. What only the explanation of an error tells (category,
 * cause, side) is compared with what the answer says, since it is stored nowhere: a better catalogue changes it.
 *
 * @param types empty for all, as the statuses
 * @param statuses as the answer says, which may be another than the row's
 * @param category of the failure; null for any, as all that follow
 * @param cause the failure's slug
 * @param side where the fault is
 * @param startedBy name of the user who started it
 * @param since started at this instant or later; of a replication, when it was asked for, as the next
 * @param until started before this instant
 * @param text a part of the VM's name, or of one of the job's ids, in any case
 */
public record JobFilter(
        Set<JobKind> types,
        Set<JobStatus> statuses,
        String category,
        String cause,
        String side,
        String startedBy,
        Instant since,
        Instant until,
        String text) {

    /** All jobs. */
    public static final JobFilter NONE = new JobFilter(Set.of(), Set.of(), null, null, null, null, null, null, null);

    /** The words that a category can be. */
    public static List<String> categories() {
        return Stream.of(Category.values()).map(Category::jsonName).toList();
    }

    /** The words that a side can be. */
    public static List<String> sides() {
        return Stream.of(Side.values()).map(Side::jsonName).toList();
    }

    /** Whether all jobs of the time span are wanted, so that none has to be looked into. */
    boolean takesAll() {
        return types.isEmpty() && !needsSteps() && startedBy == null && text == null;
    }

    /**
     * The filter for totals: where only statuses are to be told, all that ended well need not be read, as they are counted by what
     * is left out.
     */
    JobFilter forTotals() {
        return takesAll()
                ? new JobFilter(
                        types,
                        EnumSet.complementOf(EnumSet.of(JobStatus.COMPLETED)),
                        null,
                        null,
                        null,
                        null,
                        since,
                        until,
                        null)
                : this;
    }

    /** Whether a job's steps, or its explanation, must be known to say whether it is wanted. */
    boolean needsSteps() {
        return !statuses.isEmpty() || needsExplanation();
    }

    private boolean needsExplanation() {
        return category != null || cause != null || side != null;
    }

    /** The statuses that are wanted; only what failed is explained. Empty for all. */
    Set<JobStatus> wantedStatuses() {
        return needsExplanation() && statuses.isEmpty() ? Set.of(JobStatus.FAILED) : statuses;
    }

    /** Whether a replication can be wanted: nobody is known to have started one. */
    boolean wantsReplications() {
        return startedBy == null && (types.isEmpty() || types.contains(JobKind.REPLICATION));
    }

    /** Whether anything but a replication can be wanted. */
    boolean wantsTracked() {
        return types.isEmpty() || types.stream().anyMatch(type -> type != JobKind.REPLICATION);
    }

    /**
     * The condition on the column of a job's start; empty for all times.
     *
     * @param parameter with what the names of the parameters begin that {@link #bindSpan} sets
     */
    String span(String column, String parameter) {
        return (since == null ? "" : " AND %s >= :%s_since".formatted(column, parameter))
                + (until == null ? "" : " AND %s < :%s_until".formatted(column, parameter));
    }

    /** @param stored how an instant is stored in the column */
    void bindSpan(UnaryOperator<Instant> stored, String parameter, Map<String, Object> parameters) {
        if (since != null) {
            parameters.put(parameter + "_since", stored.apply(since));
        }
        if (until != null) {
            parameters.put(parameter + "_until", stored.apply(until));
        }
    }

    /** Whether a job's row speaks for it; who started it, and names, are asked in the database. */
    boolean mayTake(JobRow row) {
        return types.isEmpty() || types.contains(JobKind.of(row.jobType(), row.operation()));
    }

    /**
     * Whether a job for which {@code mayTake} spoke is wanted, as far as its row alone tells: only of what has failed or is done the
     * row says the status for good, unless it is a rollback, of which the steps say more.
     */
    boolean isSureOf(JobRow row) {
        if (!needsSteps()) {
            return true;
        }
        JobStatus said = JobStatus.of(row.status());
        boolean isPlain = said == JobStatus.FAILED
                || said == JobStatus.CANCELLED
                || said == JobStatus.COMPLETED && JobKind.of(row.jobType(), row.operation()) != JobKind.ROLLBACK;
        return !needsExplanation() && isPlain && statuses.contains(said);
    }

    /** Whether a job for which {@code mayTake} spoke is wanted. */
    boolean takes(RecentJob job) {
        return (statuses.isEmpty()
                        || statuses.stream().anyMatch(status -> status.text().equals(job.status())))
                && (startedBy == null || startedBy.equals(job.startedBy()))
                && (category == null || category.equals(job.errorCategory()))
                && (cause == null || cause.equals(job.cause()))
                && (side == null || side.equals(job.side()));
    }
}
