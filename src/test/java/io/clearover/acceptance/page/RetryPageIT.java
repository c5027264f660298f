package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person can do at the page after a failure, and what it says of what the failure left. */
@WithBrowser
class RetryPageIT {

    @Test
    void a_retry_starts_the_same_operation_with_the_same_options(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.start("/api/v1/failover/test", "{\"vm_name\": \"far01\", \"skip_virtio\": true}"));
        openFailure(visitor, "far01");

        visitor.part("error-retry").click();

        assertThat(visitor.part("live-job")).isVisible();
        visitor.seesEnd("Test Failover", "failed");
        assertThat(visitor.job("test_failover", "failed")).hasCount(2);
        JsonObject again = clearover.recentJobs("far01").getJsonArray("jobs").getJsonObject(0);
        JsonObject status = clearover.status(again.getString("job_id"), "viewer");
        assertThat(status.getBoolean("perform_final_sync")).isTrue();
        assertThat(status.getBoolean("without_driver_installation")).isTrue();
    }

    @Test
    void a_retry_leads_to_the_job_that_it_repeats(Visitor visitor, Clearover clearover) {
        clearover.failForNow("createSnapshot", "db01");
        String first = clearover.startTestFailover("db01");
        clearover.ended(first);
        openFailure(visitor, "db01");
        visitor.part("error-retry").click();
        visitor.seesEnd("Test Failover", "failed");
        visitor.openLastOperation();
        assertThat(visitor.part("retry-of")).hasText("Repeats an earlier job");

        visitor.part("retry-of").click();

        assertThat(visitor.page()).hasURL(Pattern.compile("/job/%s$".formatted(first)));
        assertThat(visitor.part("error-dialog")).isVisible();
        assertThat(visitor.part("retry-of")).hasCount(0);
    }

    @Test
    void a_job_that_has_outlived_its_server_says_so(Visitor visitor, Clearover clearover) {
        String job = clearover.startTestFailover("db01");
        clearover.ended(job);
        clearover.sql(
                "UPDATE job_tracking SET metadata = JSON_SET(metadata, '$.resumed', 1) WHERE id = '%s'".formatted(job));

        openFailure(visitor, "db01");

        assertThat(visitor.part("resumed")).containsText("It went on where it was");
    }

    @Test
    void the_options_can_be_changed_instead(Visitor visitor, Clearover clearover) {
        clearover.failForNow("createSnapshot", "db01");
        clearover.ended(
                clearover.start("/api/v1/failover/test", "{\"vm_name\": \"db01\", \"perform_final_sync\": false}"));
        openFailure(visitor, "db01");

        visitor.part("error-change-options").click();

        assertThat(visitor.part("start-dialog")).isVisible();
        assertThat(visitor.part("option-final-sync")).not().isChecked();
        assertThat(visitor.part("option-skip-drivers")).not().isChecked();
    }

    @Test
    void changed_options_begin_with_those_of_the_live_failover_that_failed(Visitor visitor, Clearover clearover) {
        failedLiveFailoverWithItsSourceOn(clearover);
        openFailure(visitor, "db01");

        visitor.part("error-change-options").click();

        assertThat(visitor.part("kind-live-failover")).isChecked();
        assertThat(visitor.part("option-power-off-source")).not().isChecked();
        assertThat(visitor.part("option-final-sync")).not().isChecked();
        assertThat(visitor.part("option-skip-drivers")).isChecked();
        assertThat(visitor.part("start-about")).containsText("the source VM stays on");
    }

    @Test
    void who_repeats_a_live_failover_is_told_how_it_was_started(Visitor visitor, Clearover clearover) {
        failedLiveFailoverWithItsSourceOn(clearover);
        openFailure(visitor, "db01");

        visitor.part("error-retry").click();

        assertThat(visitor.part("retry-about")).containsText("the source VM stays on");
        assertThat(visitor.part("retry-options").locator("li")).hasText(new String[] {
            "The source VM stays on", "Without final synchronization", "Without driver installation"
        });
        assertThat(visitor.part("option-warning").first()).containsText("Both VMs will run at the same time");
    }

    private static void failedLiveFailoverWithItsSourceOn(Clearover clearover) {
        clearover.failForNow("createSnapshot", "db01");
        clearover.ended(clearover.start(
                "/api/v1/failover/live",
                "{\"vm_name\": \"db01\", \"power_off_source\": false, \"perform_final_sync\": false,"
                        + " \"skip_virtio\": true}"));
    }

    @Test
    void a_live_failover_is_repeated_only_after_its_vms_name_was_typed(Visitor visitor, Clearover clearover) {
        clearover.failForNow("createSnapshot", "db01");
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"db01\"}"));
        openFailure(visitor, "db01");
        visitor.part("error-retry").click();
        visitor.part("retry-confirm").click();
        assertThat(visitor.part("confirm-name-note")).containsText("Type the VM's name exactly");

        visitor.part("confirm-name").fill("db01");
        visitor.part("retry-confirm").click();

        assertThat(visitor.part("live-job").getByTestId("retry-of")).isVisible();
        visitor.seesEnd("Live Failover", "failed");
        assertThat(visitor.job("live_failover", "failed")).hasCount(2);
    }

    @Test
    void a_rollback_that_failed_is_run_again(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.failForNow("revertSnapshot", "web01");
        clearover.ended(clearover.startRollback("web01"));
        clearover.installation().lab().faults().clear();
        openFailure(visitor, "web01");

        visitor.part("error-retry").click();

        visitor.seesEnd("Rollback", "completed");
        assertThat(visitor.part("vm-detail-state")).hasText("Ready for failover");
    }

    @Test
    void a_failed_failover_that_was_undone_says_so(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));

        openFailure(visitor, "pgtest1");

        assertThat(visitor.part("error-dialog").getByTestId("undo-result"))
                .hasText("Everything this failover did was undone. The VM is ready.");
        assertThat(visitor.part("error-rollback")).hasCount(0);
    }

    @Test
    void an_older_failure_says_nothing_of_how_the_vm_is_now(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        clearover.ended(clearover.start("/api/v1/failover/test", "{\"vm_name\": \"pgtest1\", \"skip_virtio\": true}"));
        visitor.signIn("operator");
        visitor.open("pgtest1");

        visitor.job("test_failover", "failed").first().click();

        assertThat(visitor.part("error-dialog").getByTestId("undo-result"))
                .hasText("Everything this failover did was undone.");
    }

    @Test
    void where_the_undo_failed_it_says_what_is_left_to_do(Visitor visitor, Clearover clearover) {
        failingRevert(clearover, "pgtest1");
        clearover.ended(clearover.startTestFailover("pgtest1"));

        openFailure(visitor, "pgtest1");

        Locator left = visitor.part("error-dialog").getByTestId("undo-result");
        assertThat(left).containsText("“Rolling Back to Backup” failed");
        assertThat(left).containsText("Roll back to clean up what is left.");
    }

    @Test
    void what_needs_a_rollback_first_is_offered_after_it(Visitor visitor, Clearover clearover) {
        failingRevert(clearover, "pgtest1");
        clearover.ended(clearover.startTestFailover("pgtest1"));
        clearover.installation().lab().faults().clear();
        openFailure(visitor, "pgtest1");
        assertThat(visitor.part("error-rollback")).hasText("Roll back…");
        assertThat(visitor.part("error-actions")).containsText("Roll back");
        assertThat(visitor.part("error-without-drivers")).hasCount(0);

        visitor.part("error-rollback").click();
        visitor.part("rollback-confirm").click();
        visitor.seesEnd("Rollback", "completed");
        visitor.job("test_failover", "failed").first().click();
        assertThat(visitor.part("error-rollback")).hasCount(0);
        visitor.part("error-without-drivers").click();
        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
    }

    private static void openFailure(Visitor visitor, String vmName) {
        visitor.signIn("operator");
        visitor.open(vmName);
        visitor.openLastOperation();
    }

    private static void failingRevert(Clearover clearover, String vmName) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("revertSnapshot", FaultKind.REFUSE).forVm(vmName).always());
    }
}
