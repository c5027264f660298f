/**
 * Jobs and their steps as the tables {@code job_tracking}, {@code job_steps} and {@code replication_jobs} hold them: the
 * record of what runs, the status of one job, and the list of recent jobs.
 *
 * <p>Depends on {@code explain}, {@code estimate}, {@code web} and {@code database} only.
 */
package io.clearover.job;
