/**
 * What is known about causes, steps and checks, and every word about them in each language: the built-in files in this
 * package's resources, the operator's own file, and the check that they fit together and are plain.
 *
 * <p>Depends on {@code explain.matching} and {@code rawtext} only.
 */
package io.clearover.explain.catalogue;
