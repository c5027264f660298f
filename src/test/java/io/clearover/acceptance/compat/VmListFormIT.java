package io.clearover.acceptance.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of VMs as the appliance's GUI reads it. */
@WithClearover
class VmListFormIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    /** Of a row of {@code vm_replication_contexts}, in the list and in detail. */
    static final AnswerForm VM = AnswerForm.of(
            """
            context_id vm_name vmware_vm_id vm_path vcenter_host datacenter current_status text
            current_job_id last_successful_job_id os_type power_state vm_tools_version last_scheduled_job_id text?
            total_jobs_run successful_jobs failed_jobs count
            cpu_count memory_mb ossea_config_id credential_id count?
            created_at updated_at last_status_change first_job_at last_job_at next_scheduled_at time?
            auto_added scheduler_enabled flag
            """);

    @Test
    void each_vm_has_all_fields_in_their_form(Clearover clearover) {
        clearover.sql(
                "UPDATE vm_replication_contexts SET last_job_at = '2025-10-03 14:22:00', total_jobs_run = 12,"
                        + " current_job_id = (SELECT MIN(id) FROM replication_jobs WHERE vm_context_id = '%1$s')"
                                .formatted(WEB01)
                        + " WHERE context_id = '%s'".formatted(WEB01),
                "UPDATE vm_replication_contexts SET total_jobs_run = NULL, successful_jobs = NULL, failed_jobs = NULL,"
                        + " created_at = NULL, updated_at = NULL, last_status_change = NULL, first_job_at = NULL,"
                        + " last_job_at = NULL, auto_added = NULL, scheduler_enabled = NULL, cpu_count = NULL,"
                        + " memory_mb = NULL, os_type = NULL, power_state = NULL WHERE vm_name = 'db01'");

        JsonObject answer = list(clearover, "viewer");

        List<JsonObject> vms = answer.getJsonArray("vm_contexts").getValuesAs(JsonObject.class);
        assertThat(vms).hasSize(7).allSatisfy(VM::check);
        assertThat(answer.getInt("count")).isEqualTo(7);
        JsonObject web01 = named(vms, "web01");
        assertThat(web01.getInt("total_jobs_run")).isEqualTo(12);
        assertThat(web01.getString("last_job_at")).isEqualTo("2025-10-03T14:22:00Z");
        assertThat(web01.getString("current_job_id"))
                .isEqualTo(clearover.text(
                        "SELECT current_job_id FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01)));
        assertThat(web01.getString("vmware_vm_id"))
                .isEqualTo(clearover.text(
                        "SELECT vmware_vm_id FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01)));
        JsonObject db01 = named(vms, "db01");
        assertThat(db01.get("last_job_at")).isEqualTo(JsonValue.NULL);
        assertThat(db01.getInt("total_jobs_run")).isZero();
    }

    @Test
    void a_path_in_the_sources_inventory_is_data_for_everyone(Clearover clearover) {
        String path =
                clearover.text("SELECT vm_path FROM vm_replication_contexts WHERE context_id = '%s'".formatted(WEB01));

        assertThat(path).startsWith("/");
        assertThat(named(list(clearover, "viewer").getJsonArray("vm_contexts").getValuesAs(JsonObject.class), "web01")
                        .getString("vm_path"))
                .isEqualTo(path);
    }

    private static JsonObject list(Clearover clearover, String user) {
        RawRequest.Answer answer = new Gui(clearover.url(), user).get("/api/v1/vm-contexts");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Api.parse(answer.body());
    }

    private static JsonObject named(List<JsonObject> vms, String name) {
        return vms.stream()
                .filter(vm -> vm.getString("vm_name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
