/**
 * Failovers, test and live: what one is to do, its plan of steps ({@code failover.step}), the checks before it
 * ({@code failover.preflight}), its retry, the outcome of a test, and the check at the server's start that each of its steps
 * can be undone. Over REST they are in {@code failover.rest}.
 *
 * <p>Depends on {@code operation} (which runs the plan), {@code rollback} (whose steps undo it), {@code job}, {@code job.view},
 * {@code vm}, {@code explain.catalogue} and the ports of {@code platform} only.
 */
package io.clearover.failover;
