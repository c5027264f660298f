/**
 * The appliance's own API where its form differs from ours: the same services behind other addresses and fields; and what of it
 * Clearover leaves to the appliance.
 *
 * <p>Depends on {@code compat}, {@code vm} and {@code vm.rest}, {@code job}, {@code platform}, {@code explain} and {@code web}
 * only; nothing depends on it.
 */
package io.clearover.compat.rest;
