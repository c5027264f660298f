package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import io.clearover.lab.fault.ArmedFault;
import org.junit.jupiter.api.Test;

/** How a person stops a failover at the page, and how a stopped one is shown. */
@WithBrowser
class CancelPageIT {

    @Test
    void a_running_failover_can_be_cancelled(Visitor visitor, Clearover clearover) {
        ArmedFault sync = clearover.hold("progress", "erp01");
        visitor.startTestFailover("operator", "erp01");
        Clearover.awaitHeld(sync);

        visitor.part("cancel-failover").click();
        assertThat(visitor.part("cancel-dialog")).containsText("What it has done until then is undone");
        visitor.part("cancel-confirm").click();

        assertThat(visitor.part("job-cancelling")).hasText("Cancelling…");
        assertThat(visitor.part("live-job")).containsText("Test Failover is being cancelled");
        assertThat(visitor.row("erp01")).containsText("Test Failover: cancelling");
        clearover.letGo();
        visitor.seesEnd("Test Failover", "cancelled");
        assertThat(visitor.part("vm-detail-state")).hasText("Ready for failover");
    }

    @Test
    void who_looks_at_the_list_sees_that_somebody_else_is_cancelling(Visitor visitor, Clearover clearover) {
        ArmedFault sync = clearover.hold("progress", "erp01");
        String job = clearover.startTestFailover("erp01");
        Clearover.awaitHeld(sync);
        visitor.signIn("viewer");
        assertThat(visitor.row("erp01")).containsText("Final Data Synchronization");

        clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");

        assertThat(visitor.row("erp01")).containsText("Test Failover: cancelling");
        clearover.letGo();
        assertThat(visitor.row("erp01")).containsText("Test Failover cancelled at step");
    }

    @Test
    void who_thinks_better_of_it_lets_it_run(Visitor visitor, Clearover clearover) {
        ArmedFault sync = clearover.hold("progress", "erp01");
        visitor.startTestFailover("operator", "erp01");
        Clearover.awaitHeld(sync);

        visitor.part("cancel-failover").click();
        visitor.press("Escape");

        assertThat(visitor.part("cancel-dialog")).hasCount(0);
        assertThat(visitor.part("cancel-failover")).isFocused();
        clearover.letGo();
        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void a_cancelled_failover_is_not_shown_as_a_failure(Visitor visitor, Clearover clearover) {
        cancelled(clearover, "erp01");
        visitor.signIn("viewer");
        assertThat(visitor.row("erp01")).containsText("Test Failover cancelled at step");
        assertThat(visitor.part("fleet-summary")).hasText("None of 7 needs attention.");
        visitor.open("erp01");
        assertThat(visitor.job("test_failover", "cancelled")).containsText("Cancelled at step");

        visitor.openLastOperation();

        Locator dialog = visitor.part("job-dialog");
        assertThat(dialog.getByTestId("dialog-about")).containsText("Cancelled at step");
        assertThat(dialog.getByTestId("undo-result")).containsText("The VM is ready.");
        assertThat(dialog.locator("[data-testid=step][data-status=failed]")).hasCount(0);
    }

    @Test
    void a_cancelled_failover_can_be_started_again(Visitor visitor, Clearover clearover) {
        String first = cancelled(clearover, "erp01");
        visitor.signIn("operator");
        visitor.open("erp01");
        visitor.openLastOperation();

        visitor.part("error-retry").click();

        visitor.seesEnd("Test Failover", "completed");
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE metadata LIKE '%%\"retry_of\":\"%s\"%%'"
                        .formatted(first)))
                .isEqualTo(1);
    }

    @Test
    void a_viewer_cannot_cancel(Visitor visitor, Clearover clearover) {
        clearover.hold("progress", "erp01");
        clearover.startTestFailover("erp01");
        visitor.signIn("viewer");
        visitor.open("erp01");

        assertThat(visitor.part("live-job").getByTestId("step")).hasCount(10);
        assertThat(visitor.part("cancel-failover")).hasCount(0);
    }

    @Test
    void a_rollback_is_not_offered_to_be_cancelled(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.hold("revertSnapshot", "web01");
        clearover.startRollback("web01");
        visitor.signIn("operator");
        visitor.open("web01");

        assertThat(visitor.part("live-job")).containsText("Rollback is running");
        assertThat(visitor.part("live-job").getByTestId("step")).hasCount(6);
        assertThat(visitor.part("cancel-failover")).hasCount(0);
    }

    private static String cancelled(Clearover clearover, String vmName) {
        ArmedFault sync = clearover.hold("progress", vmName);
        String job = clearover.startTestFailover(vmName);
        Clearover.awaitHeld(sync);
        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/%s/cancel".formatted(job), "")
                        .status())
                .isEqualTo(202);
        clearover.letGo();
        assertThat(clearover.ended(job).getString("status")).isEqualTo("cancelled");
        return job;
    }
}
