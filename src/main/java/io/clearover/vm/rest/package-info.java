/**
 * VMs over REST: the list and the detail, each with the last operation and what may be started.
 *
 * <p>Depends on {@code vm}, {@code job} for what runs on a VM, {@code summary} for the last operation, {@code web} and {@code
 * database} only; nothing depends on it.
 */
package io.clearover.vm.rest;
