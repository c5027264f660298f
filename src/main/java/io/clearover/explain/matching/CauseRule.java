package io.clearover.explain.matching;

/**
 * A pattern with the cause that it stands for.
 *
 * @param cause the cause's slug
 * @param number of the pattern in the cause's list, from 1
 * @param rank how much a match tells
 * @param pattern by which the cause is known
 */
public record CauseRule(String cause, int number, MatchRank rank, CausePattern pattern) {

    /** What admins know it by, such as {@code volume-in-use/3}. */
    public String name() {
        return cause + "/" + number;
    }
}
