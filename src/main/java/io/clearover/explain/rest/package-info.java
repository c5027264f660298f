/**
 * Explanations over REST: an error that an admin tries, the catalogue for everyone, and the errors of the history that no
 * rule answers.
 *
 * <p>Depends on {@code explain}, {@code rawtext}, {@code job}, {@code web} and {@code database} only; nothing depends on it.
 */
package io.clearover.explain.rest;
