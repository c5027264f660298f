/**
 * The appliance's own API where its form differs from ours: the same services behind other addresses and fields. Reads, and the
 * starts and ends of operations, for its GUI and its operators' scripts; and what of it Clearover leaves to the appliance.
 *
 * <p>Depends on {@code compat}, {@code failover}, {@code rollback}, {@code operation} and {@code operation.rest} for what is started,
 * {@code vm} and {@code vm.rest}, {@code job} and {@code job.view}, {@code platform}, {@code explain} and {@code web} only; nothing
 * depends on it.
 */
package io.clearover.compat.rest;
