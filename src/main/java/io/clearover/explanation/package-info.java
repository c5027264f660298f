/**
 * Explanations over REST: for an error that an admin tries, the catalogue for everyone, what the catalogue doesn't know yet;
 * and the guard that looks at every answer to a non-admin before it leaves.
 *
 * <p>Depends on {@code explain}, {@code job}, {@code web} and {@code database} only.
 */
package io.clearover.explanation;
