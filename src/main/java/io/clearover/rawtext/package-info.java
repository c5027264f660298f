/**
 * Raw technical texts: what is kept of a long one, how its secrets are taken out, and by which signs one is known.
 *
 * <p>Depends on nothing else of the project.
 */
package io.clearover.rawtext;
