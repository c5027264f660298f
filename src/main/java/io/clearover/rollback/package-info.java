/**
 * Rollback: the cleanup of a failover, test or live, complete or half-way, and its plan of steps ({@code rollback.step}).
 * It finds out itself what there is to roll back. Its steps undo failovers that fail, too: which undoes which is in {@link
 * io.clearover.job.StepAndUndo}.
 *
 * <p>Depends on {@code operation} (which runs the plan), {@code job} and {@code vm} only.
 */
package io.clearover.rollback;
