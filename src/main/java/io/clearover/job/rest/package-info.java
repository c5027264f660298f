/**
 * Jobs over REST: the status of one job and the list of a VM's recent jobs, and how it is answered that an id or a name is
 * unknown or ambiguous.
 *
 * <p>Depends on {@code job}, {@code job.view} and {@code web} only; nothing depends on it.
 */
package io.clearover.job.rest;
