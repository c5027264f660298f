package io.clearover.operation.rest;

import io.clearover.operation.VmRef;
import io.clearover.web.RequestReader;

/** The fields by which a request names its VM. */
public interface VmRequest {

    /** What to send, for callers who sent something else. */
    String EXPECTED = "send a JSON object that names a VM by context_id or vm_name";

    /** The longest name and the longest id, in characters. */
    int LONGEST = 255;

    String CONTEXT_ID = "The VM's context id; may be left out if vm_name is there";
    String VM_NAME = "The VM's name, exactly; may be left out if context_id is there";
    String VMWARE_VM_ID = "The VM's id in VMware; if it is there, it must be right";
    /** Said of what other programs of the appliance send. */
    String NO_EFFECT = "Accepted, but has no effect here: ignored_fields names it";

    String VM_ID = "The same as vmware_vm_id, which comes first";

    String contextId();

    String vmName();

    String vmwareVmId();

    String vmId();

    /** The VM that is named. */
    default VmRef vm() {
        return new VmRef(contextId(), vmName(), vmwareVmId() == null ? vmId() : vmwareVmId());
    }

    /** Notes it if no VM is named, unless the fields that name it are wrong already. */
    default void requireVm(RequestReader reader) {
        if (contextId() == null && vmName() == null && !reader.isFaulty("context_id", "vm_name")) {
            reader.fault("context_id", "name a VM by context_id or vm_name");
        }
    }
}
