/**
 * Jobs of Clearover and their steps as the tables {@code job_tracking} and {@code job_steps} hold them: what is written of an
 * operation while it runs, who owns it, which jobs count as running, and the table of our steps with what undoes each ({@link
 * StepAndUndo}). How jobs are shown is in {@code job.view}, and over REST in
 * {@code job.rest}.
 *
 * <p>Depends on {@code explain}, {@code rawtext} and {@code database} only, and not on {@code job.view}.
 */
package io.clearover.job;
