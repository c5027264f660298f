/**
 * VMs that the appliance protects: their contexts, disks and networks. Their list and detail are in {@code vm.rest}.
 *
 * <p>Depends on {@code summary} for the last operation that a context keeps, on {@code job} for ids and for who may write, on
 * {@code platform} for how the source names a VM, and on {@code database} only.
 */
package io.clearover.vm;
