/**
 * Finds the root cause in a raw error: from a text of any form and length, in time linear in it, to the rule that answers.
 *
 * <p>Depends on nothing else of the project.
 */
package io.clearover.explain.matching;
