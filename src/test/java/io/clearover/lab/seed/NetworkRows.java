package io.clearover.lab.seed;

import static io.clearover.lab.seed.VmRows.ADDED;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.site.LabNic;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;

/** The network mappings of a VM: for each card one for tests and one for the real thing. */
final class NetworkRows {

    private final Rows rows;

    NetworkRows(Rows rows) {
        this.rows = rows;
    }

    void write(LabVm vm) throws SQLException {
        for (LabNic nic : vm.nics()) {
            mapping(vm, nic, nic.test(), true);
            mapping(vm, nic, nic.live(), false);
        }
    }

    private void mapping(LabVm vm, LabNic nic, LabNetwork network, boolean test) throws SQLException {
        rows.insert(
                "network_mappings",
                Document.of("vm_id", vm.vmwareId())
                        .with("source_network_name", nic.network())
                        .with("destination_network_id", network.id())
                        .with("destination_network_name", network.name())
                        .with("is_test_network", test ? 1 : 0)
                        .with("created_at", ADDED)
                        .with("updated_at", ADDED)
                        .with("vm_context_id", vm.contextId())
                        .with("vmware_vm_id", vm.vmwareId())
                        .with("validation_status", "valid")
                        .with("mapping_type", test ? "test" : "live")
                        .with("network_strategy", "source_based")
                        .with("last_validated", ADDED));
    }
}
