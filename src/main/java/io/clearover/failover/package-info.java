/**
 * Test failover: the request, its plan of steps ({@code failover.step}) and the resource that starts it.
 *
 * <p>Depends on {@code operation} (which runs the plan), {@code vm} and the ports of {@code platform}.
 */
package io.clearover.failover;
