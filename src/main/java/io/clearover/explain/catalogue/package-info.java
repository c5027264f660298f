/**
 * What is known about causes, steps and checks, and every word about them in each language: the built-in files in this
 * package's resources, the operator's own file, the check that they fit together and
 * are plain, and the recognition of a cause in an error ({@code ErrorRecognizer}).
 *
 * <p>Depends on {@code explain.facts}, {@code explain.matching} and {@code rawtext} only.
 */
package io.clearover.explain.catalogue;
