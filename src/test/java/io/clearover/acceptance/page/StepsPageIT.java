package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import org.junit.jupiter.api.Test;

/** What the page shows of a job's steps beside their names: how far a long one is, what is undone, what still waits. */
@WithBrowser
class StepsPageIT {

    @Test
    void a_long_step_shows_how_far_it_is(Visitor visitor, Clearover clearover) {
        clearover.hold("progress", "erp01", 1);

        visitor.startTestFailover("operator", "erp01");

        Locator running = visitor.part("live-job").locator("[data-testid=step][data-status=running]");
        assertThat(running.getByTestId("step-progress")).isVisible();
        assertThat(running.getByTestId("step-progress")).hasAccessibleName("Progress of Final Data Synchronization");
        clearover.letGo();
        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void what_is_undone_is_shown_while_it_happens_as_a_group_of_its_own(Visitor visitor, Clearover clearover) {
        clearover.hold("revertSnapshot", "pgtest1");

        visitor.startTestFailover("operator", "pgtest1");

        Locator undone = visitor.part("live-job").getByTestId("undo-steps");
        assertThat(undone).containsText("Undoing what was done:");
        assertThat(visitor.part("live-job")).containsText("Test Failover is being undone");
        assertThat(visitor.part("cancel-failover")).hasCount(0);
        assertThat(undone.locator("[data-testid=undo-step][data-status=running]"))
                .containsText("Rolling Back to Backup");
        assertThat(visitor.part("live-job").getByTestId("step")).hasCount(10);
        clearover.letGo();
        visitor.seesEnd("Test Failover", "failed");
    }

    @Test
    void what_was_undone_stands_behind_the_steps_of_the_plan(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        visitor.signIn("viewer");
        visitor.open("pgtest1");
        visitor.openLastOperation();

        visitor.part("error-dialog").getByText("All 10 steps").click();

        assertThat(visitor.part("undo-steps")).containsText("Undone:");
        assertThat(visitor.part("undo-step")).hasCount(3);
        assertThat(visitor.part("undo-step").last()).containsText("Returning Volumes to Replication");
    }

    @Test
    void a_waiting_job_says_which_place_in_line_it_has(Visitor visitor, Clearover clearover) {
        try {
            for (String vm : new String[] {"app01", "db01", "web01"}) {
                clearover.sql(
                        """
                        INSERT INTO job_tracking
                          (id, context_id, job_type, operation, status, owner, started_at, updated_at)
                        VALUES ('waiting-%1$s', 'ctx-%1$s-20250901-090000', 'failover', 'unified-test-failover', 'pending',
                          'clearover@other#1', UTC_TIMESTAMP(), CURRENT_TIMESTAMP + INTERVAL 1 HOUR)"""
                                .formatted(vm));
            }
            visitor.signIn("viewer");
            assertThat(visitor.row("app01")).containsText("Test Failover: waiting, next in line");
            assertThat(visitor.row("web01")).containsText("Test Failover: waiting, 3rd in line");
            visitor.open("web01");
            assertThat(visitor.part("live-job-about")).containsText("waiting, 3rd in line");

            clearover.sql("UPDATE job_tracking SET status = 'cancelled' WHERE id = 'waiting-app01'");

            assertThat(visitor.part("live-job-about")).containsText("waiting, 2nd in line");
            assertThat(visitor.job("test_failover", "pending")).containsText("Waiting, 2nd in line");
            assertThat(visitor.row("web01")).containsText("waiting, 2nd in line");
            assertThat(visitor.row("db01")).containsText("waiting, next in line");
        } finally {
            clearover.sql("DELETE FROM job_tracking WHERE id LIKE 'waiting-%'");
        }
    }
}
