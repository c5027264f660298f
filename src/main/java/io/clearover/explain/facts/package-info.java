/**
 * Reads facts from a raw error: where the fault is, what it is about and what is wrong with it, each only where the text
 * tells. The words by which they are known are data ({@code vocabulary.json}).
 *
 * <p>Depends on nothing else of the project.
 */
package io.clearover.explain.facts;
