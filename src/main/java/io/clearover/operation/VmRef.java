package io.clearover.operation;

import io.clearover.vm.Vm;

/**
 * How a VM is named by whoever wants an operation on it.
 *
 * @param contextId may be null if there is a name
 * @param vmName may be null if there is a context id
 * @param vmwareVmId an extra check when it isn't null
 */
public record VmRef(String contextId, String vmName, String vmwareVmId) {

    /** @throws WrongRequestException if name or VMware id are those of another VM */
    public void requireIs(Vm vm) {
        if (vmName != null && !vmName.equals(vm.name())) {
            throw new WrongRequestException("vm_name", "is not the name of the VM with this context_id");
        }
        if (vmwareVmId != null && !vmwareVmId.equals(vm.vmwareVmId())) {
            throw new WrongRequestException("vmware_vm_id", "is not the id of the VM that is named; leave it out");
        }
    }
}
