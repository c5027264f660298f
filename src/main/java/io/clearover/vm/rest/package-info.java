/**
 * VMs over REST: the list and the detail, each with the last operation, what ran last and what may be started.
 *
 * <p>Depends on {@code vm}, {@code job} and {@code job.view} for what runs and ran on a VM, {@code summary} for the last operation, {@code web} and {@code
 * database} only; nothing depends on it.
 */
package io.clearover.vm.rest;
