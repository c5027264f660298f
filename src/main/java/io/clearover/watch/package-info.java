/**
 * Watches what other programs of the appliance run: sees their failovers, rollbacks and replications end, and tells of it as of
 * the ends of our own. Changes nothing of theirs. See docs/decisions/022-ends-of-other-programs-jobs-are-seen-in-their-rows.md.
 *
 * <p>Depends on {@code job} and {@code job.view} for what the rows say, {@code summary} for what has been told already, {@code
 * explain.catalogue} for what is known of a failed replication, and {@code database}; {@code startup} starts it.
 */
package io.clearover.watch;
