/**
 * How much longer a running job will take, from how long its steps took before on this VM or on others.
 *
 * <p>Depends on {@code database} only.
 */
package io.clearover.estimate;
