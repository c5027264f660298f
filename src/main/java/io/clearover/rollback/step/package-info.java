/**
 * The steps of a rollback, one bean each, in the appliance's vocabulary. Known to {@code rollback}'s plan only.
 *
 * <p>Each looks at what is there and may find nothing to do, so a rollback can be run again after any failure.
 *
 * <p>Depends on {@code rollback}, {@code operation}, {@code job}, {@code vm} and the ports of {@code platform} only.
 */
package io.clearover.rollback.step;
