package io.clearover.operation;

import io.clearover.vm.Vm;
import io.clearover.web.ProblemException;

/**
 * How a VM is named by whoever wants an operation on it.
 *
 * @param contextId may be null if there is a name
 * @param vmName may be null if there is a context id
 * @param vmwareVmId an extra check when it isn't null
 */
public record VmRef(String contextId, String vmName, String vmwareVmId) {

    /** @throws ProblemException (400) if name or VMware id are those of another VM */
    public void requireIs(Vm vm) {
        if (vmName != null && !vmName.equals(vm.name())) {
            throw ProblemException.badField("vm_name", "is not the name of the VM with this context_id");
        }
        if (vmwareVmId != null && !vmwareVmId.equals(vm.vmwareVmId())) {
            throw ProblemException.badField("vmware_vm_id", "is not the id of the VM that is named; leave it out");
        }
    }
}
