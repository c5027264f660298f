package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The list of VMs, when there are very many. */
@WithClearover
class VmListIT {

    private static final int MOST = 5000;

    @Test
    void as_many_as_can_be_listed_are_all_there(Clearover clearover) {
        grow(clearover, MOST);

        JsonObject listed = list(clearover);

        assertThat(listed.getJsonArray("vm_contexts")).hasSize(MOST);
        assertThat(listed.getInt("count")).isEqualTo(MOST);
        assertThat(listed.getBoolean("truncated")).isFalse();
    }

    @Test
    void a_list_that_leaves_some_out_says_so(Clearover clearover) {
        grow(clearover, MOST + 1);

        JsonObject listed = list(clearover);

        assertThat(listed.getJsonArray("vm_contexts")).hasSize(MOST);
        assertThat(listed.getInt("count")).isEqualTo(MOST);
        assertThat(listed.getBoolean("truncated")).isTrue();
    }

    private static JsonObject list(Clearover clearover) {
        return clearover.as("viewer").get("/api/v1/vm-contexts").json();
    }

    private static void grow(Clearover clearover, int vms) {
        clearover.sql(
                """
                INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter)
                SELECT CONCAT('many-', seq), CONCAT('many', seq), CONCAT('many-', seq), '/DC1/vm', 'vcenter.example.com', 'DC1'
                  FROM seq_1_to_%d LIMIT %d"""
                        .formatted(vms, vms - clearover.number("SELECT COUNT(*) FROM vm_replication_contexts")));
    }
}
