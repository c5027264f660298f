package io.clearover.acceptance.compat;

import static io.clearover.acceptance.compat.Gui.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.api.OddRows;
import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One VM, asked for by name as the appliance's GUI does every five seconds. What it can't read makes its page go blank. */
@WithClearover
class VmDetailFormIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    private static final String RAW = "nbdkit vddk: VixDiskLib_Open: [datastore1] web01/web01.vmdk: no access";

    private static final AnswerForm REPLICATION = AnswerForm.of(
            """
            id vm_context_id source_vm_id source_vm_name source_vm_path vcenter_host datacenter replication_type text
            target_network status current_operation error_message change_id previous_change_id snapshot_id text
            nbd_export_name target_device vma_sync_type vma_current_phase vma_error_classification text
            vma_error_details text
            progress_percent vma_throughput_mbps number
            bytes_transferred total_bytes transfer_speed_bps nbd_port ossea_config_id count
            vma_eta_seconds count?
            vma_last_poll_at started_at completed_at created_at updated_at time?
            schedule_execution_id scheduled_by vm_group_id text?
            """);

    private static final AnswerForm DISK = AnswerForm.of(
            """
            id size_gb capacity_bytes bytes_synced count
            unit_number ossea_volume_id cpu_count memory_mb count?
            vm_context_id disk_id vmdk_path datastore label provisioning_type disk_change_id sync_status text
            os_type vm_tools_version network_config display_name annotation power_state vmware_uuid bios_setup text
            job_id text?
            sync_progress_percent number
            created_at updated_at time?
            """);

    @AfterEach
    void dropWhatOnlySomeAppliancesHave(Clearover clearover) {
        clearover.sql("DROP TABLE IF EXISTS cbt_history");
    }

    @Test
    void a_vm_asked_for_by_name_has_its_own_fields_and_those_of_the_old_form(Clearover clearover) {
        String replication =
                clearover.text("SELECT id FROM replication_jobs WHERE vm_context_id = '%s'".formatted(WEB01));
        clearover.sql("UPDATE vm_replication_contexts SET current_job_id = '%s' WHERE context_id = '%s'"
                .formatted(replication, WEB01));

        JsonObject vm = vm(clearover, "viewer", "web01");

        VmListFormIT.VM.check(vm);
        VmListFormIT.VM.check(vm.getJsonObject("context"));
        assertThat(vm.getString("context_id")).isEqualTo(WEB01);
        assertThat(vm.getJsonObject("context").getString("context_id")).isEqualTo(WEB01);
        assertThat(vm).containsKeys("allowed_actions", "running_job_id", "last_operation");
        REPLICATION.check(vm.getJsonObject("current_job"));
        assertThat(vm.getJsonObject("current_job").getString("id")).isEqualTo(replication);
        assertThat(objects(vm, "job_history")).isNotEmpty().allSatisfy(REPLICATION::check);
        assertThat(objects(vm, "disks")).isNotEmpty().allSatisfy(DISK::check);
        assertThat(vm.getJsonArray("cbt_history")).isEmpty();
        assertThat(vm.getJsonArray("choices")).isEmpty();
    }

    @Test
    void a_vm_can_be_asked_for_by_context_id_as_before_and_by_that_alone(Clearover clearover) {
        JsonObject byName = vm(clearover, "viewer", "web01");

        assertThat(vm(clearover, "viewer", WEB01)).isEqualTo(byName);
        assertThat(vm(clearover, "viewer", "by-id/" + WEB01)).isEqualTo(byName);
        ProblemDocument.of(clearover.as("viewer").get("/api/v1/vm-contexts/by-id/web01"), 404);
        ProblemDocument.of(clearover.as("viewer").get("/api/v1/vm-contexts/WEB01"), 404);
    }

    @Test
    void a_vm_of_which_hardly_anything_is_known_has_no_numbers_that_are_texts_and_no_times_of_1970(
            Clearover clearover) {
        clearover.insertVm("ctx-bare", "bare", "vcenter.example.com", "discovered");

        JsonObject vm = vm(clearover, "viewer", "bare");

        VmListFormIT.VM.check(vm.getJsonObject("context"));
        assertThat(vm.get("current_job")).isEqualTo(JsonValue.NULL);
        assertThat(vm.getJsonArray("job_history")).isEmpty();
        assertThat(vm.getJsonArray("disks")).isEmpty();
        assertThat(vm.getJsonObject("context").get("last_job_at")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "progress_percent = -40, bytes_transferred = -1, total_bytes = NULL, vma_throughput_mbps = -3",
                "progress_percent = 250, vma_eta_seconds = -1, nbd_port = NULL, ossea_config_id = NULL",
                "progress_percent = NULL, status = NULL, replication_type = '', current_operation = NULL",
                "started_at = '0000-00-00 00:00:00', completed_at = '0000-00-00 00:00:00', created_at = NULL",
                "status = 'frobnicating', updated_at = UTC_TIMESTAMP(3) - INTERVAL 9 DAY, completed_at = NULL",
            })
    void a_replication_whose_row_lies_is_told_as_what_can_be_known(String columns, Clearover clearover) {
        OddRows.replication(clearover, "odd", columns);
        clearover.sql(
                "UPDATE vm_replication_contexts SET current_job_id = 'odd' WHERE context_id = '%s'".formatted(WEB01));

        JsonObject job = vm(clearover, "viewer", "web01").getJsonObject("current_job");

        REPLICATION.check(job);
        assertThat(job.getJsonNumber("progress_percent").doubleValue()).isBetween(0.0, 100.0);
        assertThat(job.getString("status")).isIn("pending", "completed", "stalled");
    }

    @Test
    void raw_texts_devices_and_paths_are_for_admins_alone(Clearover clearover) {
        OddRows.replication(
                clearover,
                "raw",
                "status = 'failed', error_message = '%1$s', vma_error_details = '%1$s', current_operation = '%1$s',"
                                .formatted(RAW)
                        + " vma_current_phase = 'nbdkit', target_device = '/dev/vdb', nbd_export_name = 'migration-vol-1'");
        clearover.sql(
                "UPDATE vm_replication_contexts SET current_job_id = 'raw' WHERE context_id = '%s'".formatted(WEB01));

        JsonObject told = vm(clearover, "operator", "web01");
        JsonObject job = told.getJsonObject("current_job");
        JsonObject admins = vm(clearover, "admin", "web01").getJsonObject("current_job");

        assertThat(told.toString()).doesNotContain("nbdkit", "vmdk:", ".vmdk", "/dev/vdb", "migration-vol");
        assertThat(job.getString("error_message")).isNotBlank().doesNotContain("can't be shown");
        assertThat(admins.getString("error_message")).isEqualTo(RAW);
        assertThat(admins.getString("target_device")).isEqualTo("/dev/vdb");
        REPLICATION.check(job);
        REPLICATION.check(admins);
    }

    @Test
    void a_name_that_several_vms_have_is_answered_so_that_the_page_lives_and_none_is_shown_as_another(
            Clearover clearover) {
        clearover.insertVm("ctx-twin", "web01", "vcenter2.example.com", "failed_over_live");

        JsonObject vm = vm(clearover, "viewer", "web01");

        assertThat(vm.get("context_id")).isEqualTo(JsonValue.NULL);
        assertThat(vm.getString("vm_name")).isEqualTo("web01");
        JsonObject context = vm.getJsonObject("context");
        assertThat(context.get("context_id")).isEqualTo(JsonValue.NULL);
        assertThat(context.get("vmware_vm_id")).isEqualTo(JsonValue.NULL);
        assertThat(context.getString("vm_name")).isEqualTo("web01");
        assertThat(context.getString("current_status")).isEqualTo("ambiguous_name");
        assertThat(vm.getJsonArray("job_history")).isEmpty();
        assertThat(vm.getJsonArray("disks")).isEmpty();
        assertThat(objects(vm, "choices"))
                .extracting(choice -> choice.getString("context_id") + " " + choice.getString("vcenter_host"))
                .hasSize(2)
                .contains("ctx-twin vcenter2.example.com");
        JsonObject refused = ProblemDocument.of(
                clearover.as("operator").post("/api/v1/failover/test", "{\"vm_name\": \"web01\"}"), 409);
        assertThat(refused.getJsonArray("choices")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "100%25",
                "a/b",
                "a//b",
                "/",
                "a\\b",
                "no #1",
                "what?",
                "a b",
                "a+b & c='d'",
                "\"quoted\" <b>html</b>",
                "Büro-Köln",
                "mail 📫",
                "by-id",
                "a;b=c",
                "ctx:1,2@3",
            })
    void a_vm_is_found_whatever_its_name(String name, Clearover clearover) {
        clearover.insertVm("ctx-odd", name, "vcenter.example.com", "ready_for_failover");

        JsonObject vm = vm(clearover, "viewer", encoded(name));

        assertThat(vm.getString("vm_name")).isEqualTo(name);
        assertThat(vm.getString("context_id")).isEqualTo("ctx-odd");
    }

    @Test
    void a_name_of_255_characters_is_found_and_a_longer_one_is_unknown(Clearover clearover) {
        clearover.insertVm("ctx-odd", "ü".repeat(255), "vcenter.example.com", "ready_for_failover");

        assertThat(vm(clearover, "viewer", encoded("ü".repeat(255))).getString("context_id"))
                .isEqualTo("ctx-odd");
        assertThat(gui(clearover, "viewer", encoded("ü".repeat(256))).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2F..%2F..%2Fhealth",
                "a%2F..%2Fb",
                "a%5C..%5Cb",
                "%2e%2e",
                "a/b%2Fc",
                "..%2f",
                "x%2F.",
                "x%2F;y"
            })
    void an_address_that_could_lead_elsewhere_is_no_name(String address, Clearover clearover) {
        assertThat(gui(clearover, "viewer", address).status()).isEqualTo(400);
    }

    @Test
    void an_appliance_that_keeps_each_disks_synchronizations_has_them_told(Clearover clearover) {
        clearover.sql(
                """
                CREATE TABLE cbt_history (id BIGINT AUTO_INCREMENT PRIMARY KEY, vm_context_id VARCHAR(64),
                  job_id VARCHAR(191) NOT NULL, disk_id LONGTEXT NOT NULL, change_id LONGTEXT NOT NULL,
                  previous_change_id LONGTEXT, sync_type LONGTEXT NOT NULL, blocks_changed BIGINT, bytes_transferred BIGINT,
                  sync_duration_seconds BIGINT, sync_success TINYINT(1) DEFAULT 0, created_at DATETIME(3),
                  KEY fk_cbt_history_job (job_id), KEY idx_cbt_history_context (vm_context_id))""",
                """
                INSERT INTO cbt_history (vm_context_id, job_id, disk_id, change_id, sync_type, sync_success, created_at)
                SELECT '%s', CONCAT('job-', seq), 'disk-2000', CONCAT('52 aa/', seq), 'incremental', seq %% 2,
                       '2025-10-03 14:22:00' FROM seq_1_to_30"""
                        .formatted(WEB01));

        List<JsonObject> history = objects(vm(clearover, "viewer", "web01"), "cbt_history");

        assertThat(history).hasSize(20);
        AnswerForm.of(
                        """
                        id count
                        job_id vm_context_id disk_id change_id previous_change_id sync_type text
                        blocks_changed bytes_transferred sync_duration_seconds count?
                        sync_success flag
                        created_at time?
                        """)
                .check(history.get(0));
        assertThat(history.get(0).getString("job_id")).isEqualTo("job-30");
        assertThat(history.get(0).getString("created_at")).isEqualTo("2025-10-03T14:22:00Z");
    }

    @Test
    void a_vms_disks_are_told_with_their_sizes(Clearover clearover) {
        JsonObject answer = vm(clearover, "viewer", WEB01 + "/disks");

        assertThat(objects(answer, "disks"))
                .hasSize(answer.getInt("count"))
                .isNotEmpty()
                .allSatisfy(AnswerForm.of("disk_id text\nsize_gb count")::check);
        assertThat(gui(clearover, "viewer", "ctx-none/disks").status()).isEqualTo(404);
    }

    private static RawRequest.Answer gui(Clearover clearover, String user, String path) {
        return new Gui(clearover.url(), user).get("/api/v1/vm-contexts/" + path);
    }

    private static JsonObject vm(Clearover clearover, String user, String path) {
        RawRequest.Answer answer = gui(clearover, user, path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Api.parse(answer.body());
    }

    private static List<JsonObject> objects(JsonObject answer, String field) {
        return answer.getJsonArray(field).getValuesAs(JsonObject.class);
    }
}
