package io.clearover.compat;

import io.clearover.database.Database;
import io.clearover.job.AmbiguousIdException.Match;
import io.clearover.vm.VmContexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Reads network mappings in the appliance's form. Thread-safe. */
@ApplicationScoped
public class MappingForms {

    /** More than any appliance has. */
    private static final int MOST = 20_000;

    private static final String COLUMNS =
            """
            SELECT id, vm_id, vm_context_id, source_network_name, destination_network_id, destination_network_name,
                   COALESCE(is_test_network, 0) AS is_test_network, created_at, updated_at
              FROM network_mappings
            """;

    /** Uses idx_vm_id and idx_network_mappings_vm_context_id; the collation takes names for equal that are not. */
    private static final String OF_VM = COLUMNS
            + " WHERE vm_id = :name OR vm_context_id = :context ORDER BY source_network_name, is_test_network, id";

    /** Uses PRIMARY for the order. */
    private static final String ALL = COLUMNS + " ORDER BY id LIMIT " + MOST;

    private final Database database;
    private final VmContexts vms;

    MappingForms() {
        this(null, null);
    }

    @Inject
    public MappingForms(Database database, VmContexts vms) {
        this.database = database;
        this.vms = vms;
    }

    /**
     * Those of the VM of that name, be they written by its name or for its context; none if there is no such VM. If several
     * VMs have the name, only those that no other VM has. Two statements.
     */
    public List<MappingForm> of(String vmName) {
        List<Match> named = vms.allNamed(vmName);
        String context = named.size() == 1 ? named.get(0).contextId() : "";
        return database.list(OF_VM, Map.of("name", vmName, "context", context), MappingForm.class).stream()
                .filter(mapping -> mapping.vmContextId() == null
                        ? mapping.vmId().equals(vmName)
                        : mapping.vmContextId().equals(context))
                .toList();
    }

    /** All, at most 20,000. One statement. */
    public List<MappingForm> all() {
        return database.list(ALL, Map.of(), MappingForm.class);
    }
}
