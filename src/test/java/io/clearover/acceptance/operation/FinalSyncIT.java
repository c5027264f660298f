package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a final sync leaves that doesn't come to its end: half-written disks, and a replication that may go on writing. */
@WithClearover
class FinalSyncIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String WITHOUT_SYNC = "{\"vm_name\": \"web01\", \"perform_final_sync\": false}";

    @Test
    void after_one_that_failed_half_way_no_failover_starts_from_the_disks_as_they_are(Clearover clearover) {
        failHalfWay(clearover);

        String check = lastSync(WITHOUT_SYNC, clearover);
        JsonObject refused = clearover.ended(clearover.start(TEST, WITHOUT_SYNC));

        assertThat(check).isEqualTo("fail");
        assertThat(refused.getString("failed_step_friendly")).isEqualTo("Pre-flight Validation");
        assertThat(refused.getString("cause")).isEqualTo("sync-broken-off");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void when_the_source_is_lost_a_failover_may_start_from_them_and_the_check_warns(Clearover clearover) {
        failHalfWay(clearover);
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("source", FaultKind.DROP_BEFORE).always());

        String check = lastSync(WITHOUT_SYNC, clearover);
        JsonObject failover = clearover.ended(clearover.start(TEST, WITHOUT_SYNC));

        assertThat(check).isEqualTo("warn");
        assertThat(failover.getString("status")).isEqualTo("completed");
    }

    @Test
    void a_failover_that_synchronizes_copies_the_rest(Clearover clearover) {
        failHalfWay(clearover);

        String check = lastSync("{\"vm_name\": \"web01\"}", clearover);
        JsonObject again = clearover.ended(clearover.startTestFailover("web01"));
        clearover.ended(clearover.startRollback("web01"));

        assertThat(check).isEqualTo("pass");
        assertThat(again.getString("status")).isEqualTo("completed");
        assertThat(lastSync(WITHOUT_SYNC, clearover)).isEqualTo("pass");
    }

    @Test
    void one_that_the_source_forgets_and_refuses_to_begin_anew_counts_as_broken_off(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        ArmedFault progress = clearover.hold("progress", "web01");
        String job = clearover.startTestFailover("web01");
        await().until(() -> lab.acts().of("web01").count("replicate") == 1);
        Clearover.awaitHeld(progress);
        clearover.installation().server().kill();
        clearover.letGo();
        lab.forgetReplications();
        lab.faults().add(Fault.of("replicate", FaultKind.REFUSE).forVm("web01").always());

        clearover.installation().startServer();

        assertThat(clearover.ended(job).getString("failed_step_friendly")).isEqualTo("Final Data Synchronization");
        assertThat(lastSync(WITHOUT_SYNC, clearover)).isEqualTo("fail");
    }

    @Test
    void of_two_in_one_second_the_later_one_counts(Clearover clearover) {
        failHalfWay(clearover);
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.ended(clearover.startRollback("web01"));

        clearover.sql("UPDATE job_tracking SET started_at = NOW() WHERE owner LIKE 'clearover@%'");

        assertThat(lastSync(WITHOUT_SYNC, clearover)).isEqualTo("pass");
    }

    @Test
    void a_replication_that_has_completed_since_makes_up_for_it(Clearover clearover) {
        failHalfWay(clearover);

        clearover.sql("UPDATE replication_jobs SET completed_at = UTC_TIMESTAMP(3) WHERE status = 'completed'");

        assertThat(lastSync(WITHOUT_SYNC, clearover)).isEqualTo("pass");
    }

    @ParameterizedTest
    @CsvSource({"discover, DROP_BEFORE", "replicate, REFUSE"})
    void a_source_that_failed_before_anything_was_copied_keeps_nobody_from_a_failover(
            String call, FaultKind kind, Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of(call, kind).forVm("web01").always());
        JsonObject failed = clearover.ended(clearover.start(TEST, "{\"vm_name\": \"web01\"}"));
        clearover.letGo();

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(lastSync(WITHOUT_SYNC, clearover)).isEqualTo("pass");
    }

    @Test
    void a_cancelled_failover_ends_when_the_source_no_longer_writes(Clearover clearover) {
        String job = cancelledInTheMiddle(Duration.ofSeconds(4), clearover);

        JsonObject status = clearover.ended(job, "admin");

        assertThat(status.getString("status")).isEqualTo("cancelled");
        assertThat(undo(status)).containsExactly("final-sync-end completed");
        assertThat(replication(status, clearover)).contains("\"Succeeded\"");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    @Test
    void while_the_source_writes_on_the_undo_is_incomplete_and_no_second_replication_begins(Clearover clearover) {
        JsonObject cancelled = clearover.ended(cancelledInTheMiddle(Duration.ofMinutes(5), clearover), "admin");
        String left = clearover.vm("web01").getString("current_status");
        clearover.ended(clearover.startRollback("web01"));
        JsonObject next = clearover.ended(clearover.startTestFailover("web01"));

        assertThat(undo(cancelled)).containsExactly("final-sync-end failed");
        assertThat(left).isEqualTo("cleanup_required");
        assertThat(next.getString("failed_step_friendly")).isEqualTo("Final Data Synchronization");
        assertThat(next.getString("cause")).isEqualTo("sync-still-running");
        assertThat(clearover.installation().lab().acts().of("web01").count("replicate"))
                .isEqualTo(1);
    }

    private static void failHalfWay(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("replicate", FaultKind.FAIL_JOB).forVm("web01"));
        JsonObject failed = clearover.ended(clearover.startTestFailover("web01"));
        assertThat(failed.getString("failed_step_friendly")).isEqualTo("Final Data Synchronization");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("ready_for_failover");
    }

    private static String cancelledInTheMiddle(Duration replication, Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("replicate", FaultKind.SLOW_JOB).forVm("web01").delay(replication));
        String job = clearover.startTestFailover("web01");
        await("the replication runs")
                .atMost(Duration.ofSeconds(60))
                .until(() -> clearover.installation().lab().acts().of("web01").count("replicate") == 1);
        clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");
        return job;
    }

    /** The result of the check that looks at it; pass if there is nothing to look at. */
    private static String lastSync(String body, Clearover clearover) {
        return clearover
                .as("viewer")
                .post("/api/v1/failover/preflight", body)
                .json()
                .getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(check -> check.getString("name").equals("last-sync"))
                .map(check -> check.getString("result"))
                .findFirst()
                .orElse("pass");
    }

    private static List<String> undo(JsonObject status) {
        return status.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(step -> step.getBoolean("undo"))
                .map(step -> step.getString("name") + " " + step.getString("status"))
                .toList();
    }

    /** What the source says of the job's replication. */
    private static String replication(JsonObject status, Clearover clearover) {
        URI progress = URI.create("%s/api/v1/progress/%s"
                .formatted(clearover.installation().lab().url(), status.getString("external_job_id")));
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(progress).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError("the lab did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
