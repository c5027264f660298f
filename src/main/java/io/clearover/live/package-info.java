/**
 * The live feed: changes of jobs, steps and replications as server-sent events, whichever program or server node wrote
 * them. Each node looks at the database once per interval while anybody listens, compares with its last look, and tells
 * all of its listeners the differences.
 *
 * <p>Depends on {@code job}, {@code job.view}, {@code explain}, {@code guard} (over what leaves), {@code web} and
 * {@code database} only; nothing depends on it.
 */
package io.clearover.live;
