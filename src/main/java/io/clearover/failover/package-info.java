/**
 * Failovers, test and live: the request, its plan of steps ({@code failover.step}), the checks before it
 * ({@code failover.preflight}), the resources that start, cancel and retry it and keep the outcome of a test, and the check
 * at the server's start that each of its steps can be undone.
 *
 * <p>Depends on {@code operation} (which runs the plan), {@code operation.rest}, {@code rollback} (whose steps undo it),
 * {@code job}, {@code job.view}, {@code vm}, {@code web}, {@code explain.catalogue} and the ports of {@code platform} only.
 */
package io.clearover.failover;
