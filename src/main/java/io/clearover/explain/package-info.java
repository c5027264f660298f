/**
 * Turns what went wrong, as a step's name and a raw technical text, into what a person can read and do. Every word that a
 * non-admin sees comes from {@code explain.catalogue}, never from the raw text. {@code explain.facts} reads where the fault is,
 * what it is about and what is wrong; {@code explain.matching} finds the words of a cause, which counts only if it fits the
 * facts. What is chosen from an entry is here: its messages ({@code MessageSelector}) and its buttons ({@code
 * OfferedActions}); and how facts are said where no cause is known ({@code FactWords}).
 *
 * <p>Depends on {@code explain.catalogue}, {@code explain.facts}, {@code explain.matching} and {@code rawtext} only.
 */
package io.clearover.explain;
