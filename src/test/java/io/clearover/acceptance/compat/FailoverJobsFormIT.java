package io.clearover.acceptance.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.api.OddRows;
import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.ArmedFault;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of failovers as the appliance's page for them reads it every ten seconds. */
@WithClearover
class FailoverJobsFormIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    private static final AnswerForm JOB = AnswerForm.of(
            """
            job_id vm_id vm_name job_type status text
            progress number
            destination_vm_id snapshot_id duration error_message text?
            created_at started_at completed_at time?
            """);

    @Test
    void failovers_of_ours_are_told_from_their_start_to_their_rollback(Clearover clearover) {
        ArmedFault held = clearover.hold("createSnapshot", "web01");
        String job = clearover.startTestFailover("web01");
        Clearover.awaitHeld(held);
        JsonObject running = newest(clearover, "viewer");
        clearover.letGo();
        clearover.ended(job);
        JsonObject completed = newest(clearover, "viewer");
        clearover.ended(clearover.startRollback("web01"));
        JsonObject rolledBack = newest(clearover, "viewer");

        assertThat(List.of(running, completed, rolledBack)).allSatisfy(JOB::check);
        assertThat(running.getString("job_id"))
                .isEqualTo(clearover.text("SELECT external_job_id FROM job_tracking WHERE id = '%s'".formatted(job)));
        assertThat(running.getString("vm_name")).isEqualTo("web01");
        assertThat(running.getString("job_type")).isEqualTo("test");
        assertThat(running.getString("status")).isEqualTo("in_progress");
        assertThat(running.getString("duration")).matches("\\d+ s");
        assertThat(completed.getString("status")).isEqualTo("completed");
        assertThat(completed.getJsonNumber("progress").doubleValue()).isEqualTo(100);
        assertThat(rolledBack.getString("status")).isEqualTo("cleanup");
    }

    @Test
    void one_that_failed_is_explained_and_raw_for_admins(Clearover clearover) {
        String job = clearover.startTestFailover("legacy01");
        clearover.ended(job);
        String raw = clearover.text("SELECT error_message FROM job_tracking WHERE id = '%s'".formatted(job));

        JsonObject told = newest(clearover, "viewer");

        JOB.check(told);
        assertThat(told.getString("status")).isEqualTo("failed");
        assertThat(told.getString("error_message"))
                .isEqualTo(clearover.status(job, "viewer").getString("error_message_user"));
        assertThat(newest(clearover, "admin").getString("error_message")).isEqualTo(raw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status = 'switching_volume', started_at = UTC_TIMESTAMP();in_progress;75",
                "status = 'reverting';in_progress;50",
                "status = 'pending';pending;0",
                "status = 'creating_vm', updated_at = UTC_TIMESTAMP() - INTERVAL 2 DAY;stalled;50",
                "status = 'failed', error_message = 'exit status 1 of /dev/vdb';failed;0",
                "status = 'completed';cleanup;100",
                "status = 'completed', job_type = 'live';completed;100",
                "status = '', job_type = '';in_progress;50",
                "status = 'completed', completed_at = '0000-00-00 00:00:00', started_at = NULL;cleanup;100",
            })
    void a_row_of_another_program_is_told_as_what_it_says_where_it_can_be_believed(
            String columns, String status, double progress, Clearover clearover) {
        row(clearover, "another-programs", columns);

        JsonObject job = newest(clearover, "viewer");

        JOB.check(job);
        assertThat(job.getString("job_id")).isEqualTo("another-programs");
        assertThat(job.getString("status")).isEqualTo(status);
        assertThat(job.getJsonNumber("progress").doubleValue()).isEqualTo(progress);
        assertThat(job.toString()).doesNotContain("exit status", "/dev/vdb");
        assertThat(job.getString("job_type")).isIn("test", "live");
    }

    @Test
    void times_that_can_not_be_true_make_no_duration(Clearover clearover) {
        row(
                clearover,
                "odd",
                "status = 'failed', started_at = UTC_TIMESTAMP(), completed_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR");

        assertThat(newest(clearover, "viewer").get("duration")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void the_list_can_be_filtered_and_says_by_what(Clearover clearover) {
        row(clearover, "live", "job_type = 'live', status = 'failed'");
        row(clearover, "running", "status = 'creating_vm'");

        assertThat(ids(answer(clearover, "viewer", "?type=live"))).containsExactly("live");
        assertThat(ids(answer(clearover, "viewer", "?status=in_progress"))).containsExactly("running");
        assertThat(ids(answer(clearover, "viewer", "?vm_id=4205-odd&type=test&status=creating_vm")))
                .containsExactly("running");
        JsonObject none = answer(clearover, "viewer", "?vm_id=nobody");
        assertThat(none.getJsonArray("jobs")).isEmpty();
        assertThat(none.getInt("total")).isZero();
        assertThat(none.getJsonObject("filters").getString("vm_id")).isEqualTo("nobody");
    }

    private static void row(Clearover clearover, String id, String columns) {
        OddRows.lenient(
                clearover,
                """
                INSERT INTO failover_jobs (vm_context_id, job_id, vm_id, job_type, status, source_vm_name, started_at)
                VALUES ('%s', '%s', '4205-odd', 'test', 'pending', 'web01', UTC_TIMESTAMP())"""
                        .formatted(WEB01, id),
                "UPDATE failover_jobs SET %s WHERE job_id = '%s'".formatted(columns, id));
    }

    private static JsonObject answer(Clearover clearover, String user, String query) {
        RawRequest.Answer answer = new Gui(clearover.url(), user).get("/api/v1/failover/jobs" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonObject json = Api.parse(answer.body());
        AnswerForm.of("success flag\nmessage text\ntotal count\nfilters object\njobs list")
                .check(json);
        return json;
    }

    private static JsonObject newest(Clearover clearover, String user) {
        return answer(clearover, user, "").getJsonArray("jobs").getJsonObject(0);
    }

    private static List<String> ids(JsonObject answer) {
        return answer.getJsonArray("jobs").getValuesAs(JsonObject.class).stream()
                .map(job -> job.getString("job_id"))
                .toList();
    }
}
