package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What its operators asked for, end to end: a failure that explains itself, a success, a rollback, all of them kept. */
@WithClearover
class ScenariosIT {

    /** What a failure offers to programs. */
    private static final List<String> QUICK = List.of("actions", "retryable", "cause", "documentation");

    @Test
    void a_failed_test_failover_stands_among_the_replications_as_the_newest_job(Clearover clearover) {
        String jobId = clearover.startTestFailover("pgtest1");
        clearover.ended(jobId);

        List<JsonObject> jobs = jobs(clearover.recentJobs("pgtest1"));

        assertThat(jobs.get(0).getString("job_id")).isEqualTo(jobId);
        assertThat(jobs.get(0).getString("job_type")).isEqualTo("test_failover");
        assertThat(jobs.get(0).getString("data_source")).isEqualTo("job_tracking");
        assertThat(jobs.subList(1, jobs.size()))
                .extracting(job -> job.getString("job_type"))
                .contains("replication");
    }

    @Test
    void a_failed_test_failover_says_what_failed_why_and_what_to_do(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));

        JsonObject job = jobs(clearover.recentJobs("pgtest1")).get(0);

        assertThat(job.getString("display_name")).isEqualTo("Test Failover");
        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("error_message")).isEqualTo("Driver injection failed - compatibility tool error");
        assertThat(job.getString("error_category")).isEqualTo("compatibility");
        assertThat(job.getString("failed_step")).isEqualTo("Preparing Drivers for KVM");
        assertThat(number(job, "progress")).isEqualTo(40);
        assertThat(job.getInt("steps_completed")).isEqualTo(4);
        assertThat(job.getInt("steps_total")).isEqualTo(10);
        assertThat(texts(job, "actionable_steps")).hasSizeGreaterThan(1).doesNotContain("");
    }

    @Test
    void the_failed_step_is_the_fifth_and_those_after_it_stay_pending(Clearover clearover) {
        JsonObject status = clearover.ended(clearover.startTestFailover("pgtest1"));

        List<JsonObject> steps = steps(status);
        JsonObject failed = steps.get(4);
        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("display_name")).isEqualTo("Preparing Drivers for KVM");
        assertThat(failed.getString("error_message")).isEqualTo("Driver injection failed - compatibility tool error");
        assertThat(texts(failed, "actionable_steps")).isNotEmpty();
        assertThat(steps.subList(5, 10))
                .extracting(step -> step.getString("status"))
                .containsOnly("pending");
    }

    @Test
    void what_a_failed_failover_did_is_undone_in_steps_behind_those_of_its_plan(Clearover clearover) {
        Site before = clearover.installation().lab().look().of("pgtest1");

        JsonObject status = clearover.ended(clearover.startTestFailover("pgtest1"));

        List<JsonObject> undo = steps(status).subList(10, steps(status).size());
        assertThat(undo).extracting(step -> step.getBoolean("undo")).containsOnly(true);
        assertThat(undo).extracting(step -> step.getString("status")).containsOnly("completed");
        assertThat(undo)
                .extracting(step -> step.getString("display_name"))
                .containsExactly(
                        "Detaching Storage Volumes", "Rolling Back to Backup", "Returning Volumes to Replication");
        assertThat(status.getInt("steps_total")).isEqualTo(10);
        assertThat(number(status, "progress")).isEqualTo(40);
        assertThat(before.difference(clearover.installation().lab().look().of("pgtest1")))
                .isEmpty();
        assertThat(clearover.vm("pgtest1").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void where_the_undo_fails_too_a_rollback_is_what_is_left_and_is_advised(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        Site before = lab.look().of("pgtest1");
        lab.faults()
                .add(Fault.of("revertSnapshot", FaultKind.REFUSE)
                        .forVm("pgtest1")
                        .always());

        JsonObject status = clearover.ended(clearover.startTestFailover("pgtest1"));

        assertThat(status.getString("failed_step_friendly")).isEqualTo("Preparing Drivers for KVM");
        assertThat(texts(status, "actions")).startsWith("roll_back");
        assertThat(clearover.vm("pgtest1").getString("current_status")).isEqualTo("cleanup_required");
        assertThat(texts(clearover.vm("pgtest1").getJsonObject("last_operation"), "actions"))
                .startsWith("roll_back");

        lab.faults().clear();
        assertThat(clearover.ended(clearover.startRollback("pgtest1")).getString("status"))
                .isEqualTo("completed");
        assertThat(before.difference(lab.look().of("pgtest1"))).isEmpty();
    }

    @Test
    void the_last_operation_of_a_vm_says_what_its_job_says(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("pgtest1"));

        JsonObject last = clearover.vm("pgtest1").getJsonObject("last_operation");

        for (String field :
                List.of("job_id", "external_job_id", "operation_type", "status", "progress", "started_by")) {
            assertThat(last.get(field)).as(field).isEqualTo(job.get(field));
        }
        for (String field :
                List.of("steps_completed", "steps_total", "error_reason", "error_category", "actionable_steps")) {
            assertThat(last.get(field)).as(field).isEqualTo(job.get(field));
        }
        for (String field : QUICK) {
            assertThat(last.get(field)).as(field).isEqualTo(job.get(field)).isNotEqualTo(JsonValue.NULL);
        }
        assertThat(last.get("error_severity")).isEqualTo(job.get("error_severity"));
        assertThat(last.get("error_message")).isEqualTo(job.get("error_message_user"));
        assertThat(last.get("failed_step")).isEqualTo(job.get("failed_step_friendly"));
    }

    @Test
    void a_failure_says_in_every_place_what_a_program_can_offer_and_where_to_read_more(Clearover clearover) {
        JsonObject status = clearover.ended(clearover.startTestFailover("far01"));
        JsonObject listed = jobs(clearover.recentJobs("far01")).get(0);

        assertThat(texts(listed, "actions")).containsExactly("retry", "start_without_final_sync", "contact_admin");
        assertThat(listed.getBoolean("retryable")).isTrue();
        assertThat(listed.getString("documentation"))
                .isEqualTo("/docs/troubleshooting.html#" + listed.getString("cause"));
        for (String field : QUICK) {
            assertThat(status.get(field)).as(field).isEqualTo(listed.get(field));
        }
        assertThat(steps(status).get(2).get("cause")).isEqualTo(listed.get("cause"));
        assertThat(steps(status).get(2).get("documentation")).isEqualTo(listed.get("documentation"));
    }

    @Test
    void what_went_well_offers_no_quick_actions(Clearover clearover) {
        JsonObject status = clearover.ended(clearover.startTestFailover("web01"));
        JsonObject listed = jobs(clearover.recentJobs("web01")).get(0);

        for (JsonObject job : List.of(status, listed)) {
            assertThat(texts(job, "actions")).isEmpty();
            assertThat(List.of(job.get("retryable"), job.get("cause"), job.get("documentation")))
                    .containsOnly(JsonValue.NULL);
        }
    }

    @Test
    void a_job_keeps_how_it_was_started_so_that_it_can_be_started_so_again(Clearover clearover) {
        String job = clearover.start(
                "/api/v1/failover/test",
                "{\"vm_name\": \"app01\", \"perform_final_sync\": false, \"skip_virtio\": true}");

        JsonObject status = clearover.ended(job);

        assertThat(status.getBoolean("perform_final_sync")).isFalse();
        assertThat(status.getBoolean("without_driver_installation")).isTrue();
    }

    @Test
    void the_list_of_vms_shows_the_same_last_operation_as_the_vm(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("app01"));

        JsonObject listed =
                clearover.as("viewer").get("/api/v1/vm-contexts").json().getJsonArray("vm_contexts").stream()
                        .map(JsonValue::asJsonObject)
                        .filter(vm -> vm.getString("vm_name").equals("app01"))
                        .findFirst()
                        .orElseThrow();

        JsonObject last = listed.getJsonObject("last_operation");
        assertThat(last).isEqualTo(clearover.vm("app01").getJsonObject("last_operation"));
        assertThat(last.getString("status")).isEqualTo("failed");
    }

    @Test
    void a_successful_test_failover_is_kept_with_its_vm(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));

        JsonObject last = clearover.vm("web01").getJsonObject("last_operation");

        assertThat(last.getString("operation_type")).isEqualTo("test_failover");
        assertThat(last.getString("status")).isEqualTo("completed");
        assertThat(number(last, "progress")).isEqualTo(100);
        assertThat(last.getInt("steps_completed")).isEqualTo(10);
        assertThat(last.getInt("steps_total")).isEqualTo(10);
        assertThat(last.getInt("duration_seconds")).isBetween(0, 60);
        assertThat(last.get("error_message")).isIn(null, JsonValue.NULL);
        assertThat(texts(last, "actionable_steps")).isEmpty();
    }

    @Test
    void a_successful_test_failover_can_only_be_rolled_back(Clearover clearover) {
        assertThat(texts(clearover.vm("web01"), "allowed_actions")).containsExactly("test_failover", "live_failover");

        clearover.ended(clearover.startTestFailover("web01"));

        assertThat(texts(clearover.vm("web01"), "allowed_actions")).containsExactly("rollback");
    }

    @Test
    void a_rollback_is_a_job_of_its_own_and_makes_the_vm_ready_again(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));

        String rollback = clearover.startRollback("web01");
        clearover.ended(rollback);

        JsonObject job = jobs(clearover.recentJobs("web01")).get(0);
        assertThat(job.getString("job_id")).isEqualTo(rollback);
        assertThat(job.getString("job_type")).isEqualTo("rollback");
        assertThat(job.getString("display_name")).isEqualTo("Rollback");
        assertThat(job.getString("status")).isEqualTo("completed");
        assertThat(number(job, "progress")).isEqualTo(100);
        assertThat(job.get("error_message")).isEqualTo(JsonValue.NULL);
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
        assertThat(clearover.vm("web01").getJsonObject("last_operation").getString("operation_type"))
                .isEqualTo("rollback");
    }

    @Test
    void a_failed_failover_can_be_tried_again_at_once(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));

        String again = clearover.start("/api/v1/failover/test", "{\"vm_name\": \"pgtest1\", \"skip_virtio\": true}");

        assertThat(clearover.ended(again).getString("status")).isEqualTo("completed");
    }

    @Test
    void who_started_an_operation_is_kept_on_its_job(Clearover clearover) {
        Api.Answer started = clearover.as("admin").post("/api/v1/failover/test", "{\"vm_name\": \"app01\"}");
        JsonObject status = clearover.ended(started.json().getString("job_id"));

        assertThat(status.getString("started_by")).isEqualTo("admin");
        assertThat(jobs(clearover.recentJobs("app01")).get(0).getString("started_by"))
                .isEqualTo("admin");
        assertThat(clearover.vm("app01").getJsonObject("last_operation").getString("started_by"))
                .isEqualTo("admin");
    }

    @Test
    void the_answer_to_a_start_says_where_the_status_is(Clearover clearover) {
        Api.Answer started = clearover.as("operator").post("/api/v1/failover/test", "{\"vm_name\": \"app01\"}");

        String jobId = started.json().getString("job_id");
        String path = "/api/v1/failover/%s/status".formatted(jobId);
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.location()).isEqualTo(path);
        assertThat(started.json().getString("status_url")).isEqualTo(path);
        assertThat(started.json().getString("status")).isEqualTo("pending");
        assertThat(clearover.as("viewer").get(path).json().getString("job_id")).isEqualTo(jobId);
    }

    @Test
    void a_job_is_found_by_its_external_id_too(Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("app01"));

        JsonObject found = clearover.status(job.getString("external_job_id"), "viewer");

        assertThat(found.getString("job_id")).isEqualTo(job.getString("job_id"));
    }

    @Test
    void all_ten_steps_are_listed_from_the_start(Clearover clearover) {
        String jobId = clearover.startTestFailover("web01");

        List<JsonObject> steps = steps(clearover.status(jobId, "viewer"));

        assertThat(steps).hasSize(10);
        assertThat(steps.get(9).getString("status")).isEqualTo("pending");
        assertThat(steps).extracting(step -> step.getString("display_name")).doesNotHaveDuplicates();
        assertThat(steps).extracting(step -> step.getString("category")).containsOnly("setup", "execution", "cleanup");
        assertThat(steps).extracting(step -> step.getString("description")).doesNotContain("");
    }

    @Test
    void progress_only_rises_while_an_operation_runs(Clearover clearover) {
        String jobId = clearover.startTestFailover("web01");
        List<Double> seen = new ArrayList<>();

        await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    JsonObject status = clearover.status(jobId, "viewer");
                    seen.add(number(status, "progress"));
                    return status.getString("status").equals("completed");
                });

        assertThat(seen).isSorted().endsWith(100.0);
        assertThat(seen.stream().distinct().count())
                .as("different values in %s", seen)
                .isGreaterThan(3);
    }

    @Test
    void the_running_step_is_named_and_the_vm_names_its_running_job(Clearover clearover) {
        String jobId = clearover.startTestFailover("web01");

        JsonObject running = await().atMost(Duration.ofSeconds(30))
                .until(() -> clearover.status(jobId, "viewer"), status -> !status.isNull("current_step_friendly"));

        assertThat(running.getString("status")).isEqualTo("running");
        assertThat(steps(running))
                .filteredOn(step -> step.getString("status").equals("running"))
                .extracting(step -> step.getString("display_name"))
                .containsExactly(running.getString("current_step_friendly"));
        assertThat(clearover.vm("web01").getString("running_job_id")).isEqualTo(jobId);
        assertThat(texts(clearover.vm("web01"), "allowed_actions")).isEmpty();
    }

    @Test
    void recent_jobs_are_at_most_20_newest_first(Clearover clearover) {
        JsonObject recent = clearover.recentJobs("web01");

        List<JsonObject> jobs = jobs(recent);
        assertThat(jobs).hasSize(20);
        assertThat(recent.getInt("count")).isEqualTo(20);
        assertThat(recent.getString("context_id")).isEqualTo(clearover.contextId("web01"));
        assertThat(jobs)
                .extracting(job -> Instant.parse(job.getString("started_at")))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(clearover.number("SELECT COUNT(*) FROM replication_jobs WHERE vm_context_id = '%s'"
                        .formatted(clearover.contextId("web01"))))
                .isGreaterThan(20);
    }

    @Test
    void failed_replications_are_explained_like_failovers(Clearover clearover) {
        JsonObject failed = jobs(clearover.recentJobs("far01")).stream()
                .filter(job -> job.getString("status").equals("failed"))
                .findFirst()
                .orElseThrow();

        assertThat(failed.getString("job_type")).isEqualTo("replication");
        assertThat(failed.getString("display_name")).isEqualTo("Incremental Replication");
        assertThat(failed.getString("data_source")).isEqualTo("replication_jobs");
        assertThat(failed.getString("error_category")).isEqualTo("connectivity");
        assertThat(failed.getString("error_message")).isNotBlank();
        assertThat(failed.getString("error_reason")).isNotBlank();
        assertThat(texts(failed, "actionable_steps")).isNotEmpty();
    }

    private static List<JsonObject> jobs(JsonObject recentJobs) {
        return recentJobs.getJsonArray("jobs").getValuesAs(JsonObject.class);
    }

    private static List<JsonObject> steps(JsonObject status) {
        return status.getJsonArray("steps").getValuesAs(JsonObject.class);
    }

    private static List<String> texts(JsonObject object, String field) {
        return object.getJsonArray(field).getValuesAs(JsonString::getString);
    }

    private static double number(JsonObject object, String field) {
        return object.getJsonNumber(field).doubleValue();
    }
}
