package io.clearover.job.view;

import java.time.Instant;
import java.util.Map;

/**
 * How many jobs there are of each kind, among the newest.
 *
 * @param byStatus how many by status; those of which there are none are left out
 * @param byCause how many failures by the cause's slug, most frequent first
 * @param counted how many were counted
 * @param since when the oldest of those that were looked at was started; null if there was none
 * @param complete whether all were counted; if not, older ones than since are not in it
 */
public record JobTotals(
        Map<String, Integer> byStatus, Map<String, Integer> byCause, int counted, Instant since, boolean complete) {}
