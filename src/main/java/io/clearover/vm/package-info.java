/**
 * VMs that the appliance protects: their contexts, disks and networks, and the list and detail API with the last
 * operation of each.
 *
 * <p>Depends on {@code job} only for what runs on a VM now, and on {@code web} and {@code database}.
 */
package io.clearover.vm;
