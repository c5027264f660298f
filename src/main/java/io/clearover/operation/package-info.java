/**
 * Runs operations: opens the job of one where none is running, takes it through its plan of steps, ends it with the VM's
 * new state in one transaction, and ends what a dead process left.
 *
 * <p>Depends on {@code job} and {@code vm}; {@code failover} and {@code rollback} bring the plans. It knows no summary:
 * it fires {@link io.clearover.job.OperationEnded}.
 */
package io.clearover.operation;
