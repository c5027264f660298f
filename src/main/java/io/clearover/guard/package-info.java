/**
 * The guard over answers: looks at every text on its way to a non-admin, and puts a general one in the place of a text that
 * would leak something technical.
 *
 * <p>Depends on {@code rawtext}, {@code explain} (for what is said instead) and {@code web} only.
 */
package io.clearover.guard;
