/**
 * Turns what went wrong, as a step's name and a raw technical text, into what a person can read and do; every word a
 * non-admin sees comes from the catalogue in this package's resources, never from the raw text. Depends on nothing else
 * of the project.
 */
package io.clearover.explain;
