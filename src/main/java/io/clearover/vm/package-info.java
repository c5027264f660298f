/**
 * VMs that the appliance protects: their contexts, disks and networks, and the list and detail API with the last
 * operation of each.
 *
 * <p>Depends on {@code summary} for the last operation, on {@code job} for what runs on a VM and for the ids, on {@code web}
 * and {@code database}, and on {@code platform} for how the source names a VM.
 */
package io.clearover.vm;
