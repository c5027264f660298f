package io.clearover.job.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** By what a list of jobs is sorted: by their start, which both tables have in indexes. Rows without one are the oldest. */
public enum ListOrder {
    NEWEST_FIRST("DESC", "<"),
    OLDEST_FIRST("ASC", ">");

    private static final Comparator<Instant> BY_AGE = Comparator.nullsFirst(Comparator.naturalOrder());

    private final String direction;
    private final String after;

    ListOrder(String direction, String after) {
        this.direction = direction;
        this.after = after;
    }

    /** The clause; MariaDB and MySQL sort NULL before all. */
    String by(String column, String id) {
        return " ORDER BY %s %s, %s %s".formatted(column, direction, id, direction);
    }

    /** Some rows of id and that column with their place in this order, the first being 1, as a part of a statement. */
    String placed(String column, String rows) {
        return "SELECT id, %1$s, ROW_NUMBER() OVER (%2$s) AS place FROM (%3$s) placed"
                .formatted(column, by(column, "id"), rows);
    }

    /**
     * The condition that a row comes after a place; empty for the start.
     *
     * @param parameter with what the names of the parameters begin that {@link #bind} sets
     */
    String after(String column, String id, ListPlace.Mark mark, String parameter) {
        if (mark == null) {
            return "";
        }
        if (mark.at() == null) {
            return (this == NEWEST_FIRST
                            ? " AND %1$s IS NULL AND %2$s < :%3$s_id"
                            : " AND (%1$s IS NOT NULL OR %2$s > :%3$s_id)")
                    .formatted(column, id, parameter);
        }
        return " AND (%1$s %4$s :%3$s_at OR %1$s = :%3$s_at AND %2$s %4$s :%3$s_id%5$s)"
                .formatted(
                        column, id, parameter, after, this == NEWEST_FIRST ? " OR %s IS NULL".formatted(column) : "");
    }

    void bind(ListPlace.Mark mark, String parameter, Map<String, Object> parameters) {
        if (mark != null) {
            parameters.put(parameter + "_id", mark.id());
            if (mark.at() != null) {
                parameters.put(parameter + "_at", mark.at());
            }
        }
    }

    /** Whether what was listed at the one time comes before the other; at the same, it doesn't. */
    boolean isBefore(Instant one, Instant other) {
        int compared = BY_AGE.compare(one, other);
        return this == NEWEST_FIRST ? compared > 0 : compared < 0;
    }
}
