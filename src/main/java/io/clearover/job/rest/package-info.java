/**
 * Jobs over REST: the status of one job, the list of a VM's recent jobs and that of the fleet, which can be exported, and how it is answered that an id or a name is
 * unknown or ambiguous.
 *
 * <p>Depends on {@code job}, {@code job.view}, {@code guard} for what is exported, and {@code web} only; nothing depends on it.
 */
package io.clearover.job.rest;
