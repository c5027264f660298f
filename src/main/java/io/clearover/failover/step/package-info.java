/**
 * The steps of a failover, one bean each, in the appliance's vocabulary. Known to {@code failover}'s plan only.
 *
 * <p>They act on the destination, the source and the driver tool through the ports of {@code platform}. Depends on these,
 * {@code failover}, {@code failover.preflight}, {@code diagnosis}, {@code operation}, {@code job} and {@code vm} only.
 */
package io.clearover.failover.step;
