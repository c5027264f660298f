package io.clearover.job.rest;

import io.clearover.job.view.JobTotals;
import io.clearover.job.view.RecentJob;
import java.util.List;

/**
 * A page of the fleet's jobs.
 *
 * @param count how many are on this page
 * @param next what to send as cursor for the next page; null if there is none
 * @param totals null unless they were asked for
 */
public record FleetJobsView(List<RecentJob> jobs, int count, String next, JobTotals totals) {}
