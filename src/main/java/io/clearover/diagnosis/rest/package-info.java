/**
 * Checks of failed jobs over REST: whether what made one fail is still so, and how often somebody may ask.
 *
 * <p>Depends on {@code diagnosis}, {@code job}, {@code job.view}, {@code web} and the words in {@code explain} only; nothing
 * depends on it.
 */
package io.clearover.diagnosis.rest;
