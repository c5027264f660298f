package io.clearover.lab.source;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.site.LabNic;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.State;
import jakarta.json.JsonObject;
import java.util.List;

/** {@code POST /discover}: the VMs of a vCenter whose name has the filter in it. */
final class Discovery {

    private Discovery() {}

    static Document answer(JsonObject request, State state) {
        String vcenter = request.getString("vcenter", "");
        Login.check(
                vcenter,
                request.getString("username", ""),
                request.getString("password", ""),
                "Failed to discover VMs");
        String filter = request.getString("filter", "");
        List<Document> vms = Fleet.with(state.loadVms).stream()
                .filter(vm -> vm.vcenter().equals(vcenter) && vm.name().contains(filter))
                .map(vm -> vm(vm, state))
                .toList();
        return Document.of(
                        "vcenter", Document.of("host", vcenter).with("datacenter", request.getString("datacenter", "")))
                .with("vms", vms);
    }

    private static Document vm(LabVm vm, State state) {
        return Document.of("id", vm.vmwareId())
                .with("name", vm.name())
                .with("path", vm.path())
                .with("datacenter", vm.datacenter())
                .with("power_state", Power.of(vm, state))
                .with("guest_os", vm.os())
                .with("memory_mb", vm.memoryMb())
                .with("num_cpu", vm.cpus())
                .with("cpus", vm.cpus())
                .with("os_type", vm.osType())
                .with("vmx_version", "vmx-19")
                .with("display_name", vm.name())
                .with("annotation", "")
                .with("folder_path", "/%s/vm".formatted(vm.datacenter()))
                .with("vmware_tools_status", "toolsOk")
                .with("vmware_tools_version", "12325")
                .with("disks", vm.disks().stream().map(Discovery::disk).toList())
                .with("networks", vm.nics().stream().map(Discovery::nic).toList());
    }

    private static Document disk(LabDisk disk) {
        return Document.of("id", disk.id())
                .with("label", disk.label())
                .with("path", disk.vmdkPath())
                .with("vmdk_path", disk.vmdkPath())
                .with("size_gb", disk.sizeGb())
                .with("capacity_bytes", disk.bytes())
                .with("datastore", "datastore1")
                .with("provisioning_type", "thin")
                .with("unit_number", disk.index());
    }

    private static Document nic(LabNic nic) {
        return Document.of("label", nic.label())
                .with("network_name", nic.network())
                .with("adapter_type", "vmxnet3")
                .with("mac_address", nic.mac())
                .with("connected", true)
                .with("type", "ethernet");
    }
}
