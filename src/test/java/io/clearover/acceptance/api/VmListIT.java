package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void pages_of_a_long_list_have_each_vm_once(Clearover clearover) {
        grow(clearover, 120);

        List<String> all = new ArrayList<>();
        for (int offset = 0; offset < 120; offset += 50) {
            JsonObject page = list(clearover, "?limit=50&offset=" + offset);
            assertThat(page.getInt("total")).isEqualTo(120);
            assertThat(page.getBoolean("truncated")).isEqualTo(offset < 100);
            all.addAll(names(page));
        }

        assertThat(all).hasSize(120).doesNotHaveDuplicates().containsExactlyElementsOf(names(list(clearover)));
    }

    @ParameterizedTest
    @CsvSource({
        "text=WEB0, 1",
        "text=%25, 1",
        "text=nobody, 0",
        "status=failed_over_live, 1",
        "'status=failed_over_live,cleanup_required', 2",
        "last_status=failed, 1",
        "last_status=completed, 0",
        "text=1&status=cleanup_required, 1",
    })
    void only_vms_that_are_asked_for_are_listed(String query, int count, Clearover clearover) {
        clearover.insertVm("ctx-odd", "100% odd", "vc", "discovered");
        clearover.sql(
                "UPDATE vm_replication_contexts SET current_status = 'failed_over_live' WHERE vm_name = 'web01'",
                "UPDATE vm_replication_contexts SET current_status = 'cleanup_required' WHERE vm_name = 'db01'",
                "UPDATE vm_replication_contexts SET last_operation_summary = NULL",
                "UPDATE vm_replication_contexts SET last_operation_summary = '{\"status\": \"failed\", \"timestamp\":"
                        + " \"2025-10-03T14:00:00Z\"}' WHERE vm_name = 'erp01'");

        JsonObject listed = list(clearover, "?" + query);

        assertThat(listed.getJsonArray("vm_contexts")).hasSize(count);
        assertThat(listed.getInt("total")).isEqualTo(count);
    }

    @Test
    void the_vm_whose_operation_was_last_comes_first_if_that_is_asked_for(Clearover clearover) {
        clearover.sql("UPDATE vm_replication_contexts SET last_operation_summary = '{\"status\": \"completed\","
                + " \"timestamp\": \"2036-10-03T14:00:00Z\"}' WHERE vm_name = 'erp01'");

        assertThat(names(list(clearover, "?sort=-last_operation")).get(0)).isEqualTo("erp01");
        assertThat(names(list(clearover, "?sort=-name"))).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void each_vm_tells_its_last_test_what_it_has_shown_and_when_it_was_last_replicated(Clearover clearover) {
        String test = clearover.startTestFailover("web01");
        clearover.ended(test);
        clearover
                .as("operator")
                .put(
                        "/api/v1/failover/%s/test-outcome".formatted(test),
                        "{\"result\": \"passed\", \"note\": \"works\"}");
        clearover.insertVm("ctx-new", "new", "vc", "discovered");
        clearover.sql(
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                       datacenter, replication_type, status, created_at, completed_at)
                VALUES ('later', '%1$s', '', '', '', '', '', '', 'completed', '2036-01-01 00:00:00', '2036-01-01 01:00:00'),
                       ('failed', '%1$s', '', '', '', '', '', '', 'failed', '2036-01-02 00:00:00', '2036-01-02 01:00:00')"""
                        .formatted(clearover.contextId("web01")));

        JsonObject vm =
                list(clearover, "?text=web01").getJsonArray("vm_contexts").getJsonObject(0);

        assertThat(vm.getString("last_replicated_at")).isEqualTo("2036-01-01T01:00:00Z");
        assertThat(vm.getJsonObject("last_test").getString("job_id")).isEqualTo(test);
        assertThat(vm.getJsonObject("last_test").getString("status")).isEqualTo("completed");
        assertThat(vm.getJsonObject("last_test").getJsonObject("outcome").getString("result"))
                .isEqualTo("passed");
        assertThat(clearover.vm("new"))
                .containsEntry("last_test", JsonValue.NULL)
                .containsEntry("last_replicated_at", JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=5001, limit", "offset=-1, offset", "sort=size, sort", "status=asleep, status"})
    void a_wrong_parameter_is_named(String query, String field, Clearover clearover) {
        assertThat(ProblemDocument.fieldsAtFault(
                        ProblemDocument.of(clearover.as("viewer").get("/api/v1/vm-contexts?" + query), 400)))
                .containsExactly(field);
    }

    private static List<String> names(JsonObject listed) {
        return listed.getJsonArray("vm_contexts").getValuesAs(JsonObject.class).stream()
                .map(vm -> vm.getString("vm_name"))
                .toList();
    }

    private static JsonObject list(Clearover clearover) {
        return list(clearover, "");
    }

    private static JsonObject list(Clearover clearover, String query) {
        return clearover.as("viewer").get("/api/v1/vm-contexts" + query).json();
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
