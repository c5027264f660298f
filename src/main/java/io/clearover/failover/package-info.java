/**
 * Failovers, test and live: the request, its plan of steps ({@code failover.step}), the checks before it
 * ({@code failover.preflight}), the resources that start, cancel and retry it and keep the outcome of a test, and the check
 * at the server's start that each of its steps can be undone.
 *
 * <p>Depends on {@code operation} (which runs the plan), {@code rollback} (whose steps undo it), {@code vm}
 * and the ports of {@code platform}.
 */
package io.clearover.failover;
