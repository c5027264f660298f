package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is looked at by itself after a failure, what is kept of it, and what a failure left behind. */
@WithClearover
class FailureChecksIT {

    @Test
    void what_belongs_to_the_failure_is_looked_at_and_kept_with_the_job(Clearover clearover) {
        JsonObject status = checked(clearover, clearover.startTestFailover("legacy01"), "operator");

        JsonObject hosts = finding(status, "hosts");
        assertThat(hosts.getString("result")).isEqualTo("still_so");
        assertThat(hosts.getString("message")).isEqualTo("No server has room for this VM");
        assertThat(Instant.parse(hosts.getString("checked_at")))
                .isAfterOrEqualTo(Instant.parse(status.getString("completed_at")));
        assertThat(finding(status, "destination").getString("result")).isEqualTo("no_longer_so");
        assertThat(status.toString()).doesNotContain("\"technical\"");
        assertThat(finding(clearover.status(status.getString("job_id"), "admin"), "hosts")
                        .getString("technical"))
                .contains("131072 MiB");
    }

    @Test
    void it_delays_no_end_though_nothing_answers(Clearover clearover) {
        String job = clearover.startTestFailover("app01");
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("destination", FaultKind.HANG).always());

        clearover.ended(job);

        assertThat(clearover.text("SELECT metadata FROM job_tracking WHERE id = '%s'".formatted(job)))
                .doesNotContain("failure_checks");
    }

    @Test
    void jobs_that_did_not_fail_have_none(Clearover clearover) {
        JsonObject status = clearover.ended(clearover.startTestFailover("web01"));

        assertThat(status.getJsonArray("checks")).isEmpty();
        assertThat(status.get("left_behind")).isEqualTo(JsonValue.NULL);
        assertThat(status.get("correction")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void a_retry_does_not_take_the_checks_of_the_job_that_it_repeats(Clearover clearover) {
        String job = clearover.startTestFailover("legacy01");
        checked(clearover, job, "operator");

        String again = clearover.start("/api/v1/failover/%s/retry".formatted(job), "");

        assertThat(clearover.status(again, "operator").getJsonArray("checks")).isEmpty();
    }

    @Test
    void nothing_is_left_behind_by_a_failure_that_was_undone_and_that_was_seen(Clearover clearover) {
        JsonObject left = checked(clearover, clearover.startTestFailover("db01"), "operator")
                .getJsonObject("left_behind");

        assertThat(left.getBoolean("complete")).isTrue();
        assertThat(left.getJsonArray("items")).isEmpty();
        assertThat(left.getString("message")).isEqualTo("Nothing was left behind");
        assertThat(clearover.installation().lab().look().orphans()).isEmpty();
    }

    @Test
    void what_an_undo_could_not_remove_is_named_with_who_removes_it_until_a_rollback_has(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("destroyVirtualMachine", FaultKind.REFUSE)
                        .forVm("db01")
                        .always());
        String job = clearover.startTestFailover("db01");
        JsonObject status = checked(clearover, job, "operator");

        JsonObject left = status.getJsonObject("left_behind");
        assertThat(left.getString("message")).isEqualTo("Something was left behind");
        JsonObject vm = item(left, "vm");
        assertThat(vm.getString("vm_name")).startsWith("db01-test-");
        assertThat(vm.getString("removed_by")).isEqualTo("operator");
        assertThat(vm.getBoolean("removed_by_rollback")).isTrue();
        assertThat(vm.getString("message")).isNotBlank();
        assertThat(vm.getString("removal")).contains("rollback");

        clearover.letGo();
        clearover.ended(clearover.startRollback("db01"));

        JsonObject now = check(clearover, job).getJsonObject("left_behind");
        assertThat(now.getBoolean("complete")).isTrue();
        assertThat(now.getJsonArray("items")).isEmpty();
    }

    @Test
    void disks_and_snapshots_that_did_not_come_back_are_named_by_their_numbers(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("revertSnapshot", FaultKind.REFUSE).forVm("db01").always());
        JsonObject left = checked(clearover, clearover.startTestFailover("db01"), "operator")
                .getJsonObject("left_behind");

        assertThat(left.getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("kind") + " " + item.get("disk"))
                .contains("vm null", "snapshot 1", "snapshot 2", "attachment 1", "attachment 2");
        assertThat(item(left, "snapshot").getString("vm_name")).isEqualTo("db01");
    }

    @Test
    void a_replication_that_still_writes_is_named_and_ends_by_itself(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("replicate", FaultKind.SLOW_JOB)
                        .forVm("web01")
                        .delay(Duration.ofSeconds(40))
                        .always());
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("progress", FaultKind.REFUSE)
                        .forVm("web01")
                        .after(2)
                        .always());
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        clearover.letGo();

        JsonObject left = check(clearover, job).getJsonObject("left_behind");

        assertThat(item(left, "replication").getString("removed_by")).isEqualTo("nobody");
        assertThat(item(left, "replication").getBoolean("removed_by_rollback")).isFalse();
    }

    @Test
    void of_a_rollback_that_failed_it_is_what_its_failover_made(Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("destroyVirtualMachine", FaultKind.REFUSE)
                        .forVm("web01")
                        .always());

        JsonObject left =
                checked(clearover, clearover.startRollback("web01"), "operator").getJsonObject("left_behind");

        assertThat(item(left, "vm").getBoolean("removed_by_rollback")).isTrue();
    }

    @Test
    void a_source_vm_that_stays_off_is_named(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("createSnapshot", FaultKind.REFUSE).forVm("web01").always());
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("power-on", FaultKind.REFUSE).forVm("web01").always());
        String job = clearover.start("/api/v1/failover/live", "{\"vm_name\": \"web01\"}");

        JsonObject left = checked(clearover, job, "operator").getJsonObject("left_behind");

        assertThat(item(left, "source-off").getString("vm_name")).isEqualTo("web01");
        assertThat(item(left, "source-off").getBoolean("removed_by_rollback")).isTrue();
    }

    @Test
    void what_can_not_be_seen_is_not_said_to_be_nothing(Clearover clearover) {
        String job = clearover.startTestFailover("db01");
        checked(clearover, job, "operator");
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("destination", FaultKind.DROP_BEFORE).always());

        JsonObject left = check(clearover, job).getJsonObject("left_behind");

        assertThat(left.getBoolean("complete")).isFalse();
        assertThat(left.getString("message")).isEqualTo("It is not known whether something was left behind");
    }

    @Test
    void a_record_that_others_wrote_is_no_error(Clearover clearover) {
        String job = clearover.startTestFailover("legacy01");
        checked(clearover, job, "operator");
        for (String odd : List.of(
                "{\"findings\": [{}, {\"probe\": \"nothing\", \"word\": \"x\"}], \"left_behind\": [{\"kind\": \"vm\"}]}",
                "{}",
                "[]",
                "{\"checked_at\": 7}")) {
            clearover.sql(
                    "UPDATE job_tracking SET metadata = JSON_SET(metadata, '$.failure_checks', JSON_EXTRACT('%s', '$'))"
                                    .formatted(odd)
                            + " WHERE id = '" + job + "'");

            assertThat(clearover.status(job, "operator").getJsonArray("checks")).isEmpty();
        }
    }

    private static JsonObject checked(Clearover clearover, String job, String user) {
        clearover.ended(job);
        return await("job %s is checked".formatted(job))
                .atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ZERO)
                .until(() -> clearover.status(job, user), status -> !status.getJsonArray("checks")
                        .isEmpty());
    }

    private static JsonObject check(Clearover clearover, String job) {
        Api.Answer answer = clearover.as("operator").post("/api/v1/failover/%s/check".formatted(job), "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonObject finding(JsonObject status, String probe) {
        return status.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("probe").equals(probe))
                .findFirst()
                .orElseThrow(() -> new AssertionError(probe + " in " + status.get("checks")));
    }

    private static JsonObject item(JsonObject left, String kind) {
        return left.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " in " + left));
    }
}
