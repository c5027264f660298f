/**
 * Turns what went wrong, as a step's name and a raw technical text, into what a person can read and do. Every word that a
 * non-admin sees comes from {@code explain.catalogue}, never from the raw text; {@code explain.matching} only decides which
 * entry answers. What is chosen from an entry is here: its messages ({@code MessageSelector}) and its buttons
 * ({@code OfferedActions}).
 *
 * <p>Depends on {@code explain.catalogue} and {@code explain.matching} only.
 */
package io.clearover.explain;
