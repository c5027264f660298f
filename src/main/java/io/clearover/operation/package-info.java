/**
 * Runs operations: opens the job of one where none is running, takes it through its plan of steps, ends it with the VM's
 * new state in one transaction, and ends what a dead process left.
 *
 * <p>Depends on {@code job}, {@code job.view}, {@code vm}, {@code database}, {@code rawtext} and the ports of
 * {@code platform} only; {@code failover} and {@code rollback} bring the plans. It knows neither HTTP nor a summary: why it
 * refuses is an exception of its own, and {@code operation.rest} says how that is answered.
 */
package io.clearover.operation;
