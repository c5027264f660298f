package io.clearover.acceptance.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.api.OddRows;
import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replications as the appliance's GUI polls them, every two seconds, and on each page that shows a VM. */
@WithClearover
class ReplicationFormIT {

    private static final String RUNS = "status = 'replicating', completed_at = NULL, updated_at = UTC_TIMESTAMP(3)";

    private static final AnswerForm RUNNING = AnswerForm.of(
            """
            id status text
            vm_name current_operation text?
            progress_percent vma_throughput_mbps number
            bytes_transferred total_bytes count
            vma_eta_seconds count?
            started_at created_at updated_at completed_at time?
            """);

    @Test
    void the_list_is_an_array_of_those_that_run(Clearover clearover) {
        assertThat(running(clearover)).isEmpty();
        OddRows.replication(
                clearover,
                "runs",
                RUNS + ", progress_percent = 41.5, current_operation = 'Transfer', bytes_transferred = 415,"
                        + " total_bytes = 1000, vma_throughput_mbps = 88.25, vma_eta_seconds = 90");

        JsonObject job = only(running(clearover));

        RUNNING.check(job);
        assertThat(job.getString("id")).isEqualTo("runs");
        assertThat(job.getString("vm_name")).isEqualTo("web01");
        assertThat(job.getString("status")).isEqualTo("replicating");
        assertThat(job.getJsonNumber("progress_percent").doubleValue()).isEqualTo(41.5);
        assertThat(job.getJsonNumber("vma_throughput_mbps").doubleValue()).isEqualTo(88.25);
        assertThat(job.getInt("vma_eta_seconds")).isEqualTo(90);
        assertThat(job.getString("current_operation")).isEqualTo("Transferring Data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status = 'completed', progress_percent = 97",
                "status = 'Failed: timeout'",
                "status = 'error'",
                "status = 'cancelled'",
                "status = 'replicating', completed_at = UTC_TIMESTAMP(3)",
                "status = 'replicating', updated_at = UTC_TIMESTAMP(3) - INTERVAL 13 HOUR",
            })
    void one_that_has_ended_or_that_nobody_reports_on_does_not_run(String columns, Clearover clearover) {
        OddRows.replication(clearover, "ended", RUNS + ", " + columns);

        assertThat(running(clearover)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status = 'frobnicating', progress_percent = NULL, vma_throughput_mbps = NULL;running",
                "status = '', progress_percent = -1, vma_eta_seconds = -1, total_bytes = NULL;pending",
                "status = 'SYNCING', progress_percent = 1000, bytes_transferred = -5;syncing",
                "status = 'running', started_at = '0000-00-00 00:00:00', current_operation = 'ssh root@10.0.0.1';running",
            })
    void a_row_that_lies_has_a_word_for_its_status_and_numbers(String columns, String status, Clearover clearover) {
        OddRows.replication(clearover, "odd", RUNS + ", " + columns);

        JsonObject job = only(running(clearover));

        RUNNING.check(job);
        assertThat(job.getString("status")).isEqualTo(status);
        assertThat(job.getJsonNumber("progress_percent").doubleValue()).isBetween(0.0, 100.0);
        assertThat(job.get("current_operation")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void one_of_a_vm_whose_name_another_has_too_is_shown_beside_neither(Clearover clearover) {
        clearover.insertVm("ctx-twin", "web01", "vcenter2.example.com", "discovered");
        OddRows.replication(clearover, "runs", RUNS);

        JsonObject job = only(running(clearover));

        assertThat(job.get("vm_name")).isEqualTo(JsonValue.NULL);
        assertThat(job.getString("context_id")).startsWith("ctx-web01");
    }

    @Test
    void one_replication_has_what_belongs_to_it_and_what_the_gui_shows(Clearover clearover) {
        OddRows.replication(
                clearover, "runs", RUNS + ", progress_percent = 12, vma_sync_type = 'full', vma_eta_seconds = 7");
        clearover.sql("UPDATE vm_disks SET job_id = 'runs' WHERE vm_context_id = 'ctx-web01-20250901-090000'");

        JsonObject job = Api.parse(get(clearover, "viewer", "/runs").body());

        AnswerForm.of(
                        """
                        job_id status replication_type vma_sync_type text
                        current_operation text?
                        progress_percent number
                        vma_eta_seconds count?
                        created_at updated_at started_at completed_at time?
                        source_vm configuration object
                        disks mounts cbt_history list
                        """)
                .check(job);
        assertThat(job.getString("vma_sync_type")).isEqualTo("full");
        assertThat(job.getJsonNumber("progress_percent").doubleValue()).isEqualTo(12);
        AnswerForm.of("id name path vcenter_host datacenter text").check(job.getJsonObject("source_vm"));
        AnswerForm.of("replication_type target_network text\nossea_config_id count")
                .check(job.getJsonObject("configuration"));
        assertThat(job.getJsonArray("disks").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(
                        AnswerForm.of(
                                        """
                                id size_gb bytes_synced count
                                disk_id vmdk_path sync_status change_id text
                                sync_progress_percent number
                                ossea_volume_id count?
                                """)
                                ::check);
    }

    @Test
    void why_one_failed_is_explained_and_raw_for_admins(Clearover clearover) {
        OddRows.replication(
                clearover, "failed", "status = 'failed', error_message = 'dial tcp 10.0.0.1:902: i/o timeout'");

        assertThat(get(clearover, "operator", "/failed").body()).doesNotContain("10.0.0.1", "dial tcp");
        assertThat(get(clearover, "admin", "/failed").body()).contains("dial tcp 10.0.0.1:902");
    }

    @Test
    void one_that_there_is_not_is_unknown(Clearover clearover) {
        ProblemDocument.of(clearover.as("viewer").get("/api/v1/replications/none"), 404);
    }

    private static RawRequest.Answer get(Clearover clearover, String user, String path) {
        return new Gui(clearover.url(), user).get("/api/v1/replications" + path);
    }

    private static JsonArray running(Clearover clearover) {
        RawRequest.Answer answer = get(clearover, "viewer", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Api.parseAny(answer.body()).asJsonArray();
    }

    private static JsonObject only(List<JsonValue> found) {
        assertThat(found).hasSize(1);
        return found.get(0).asJsonObject();
    }
}
