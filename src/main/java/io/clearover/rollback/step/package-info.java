/**
 * The steps of a rollback, one bean each, in the appliance's vocabulary. Known to {@code rollback}'s plan only.
 *
 * <p>Each looks at what is there and may find nothing to do, so a rollback can be run again after any failure.
 */
package io.clearover.rollback.step;
