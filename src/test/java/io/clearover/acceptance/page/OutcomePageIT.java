package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** How a person records at the page what a test failover has shown. */
@WithBrowser
class OutcomePageIT {

    @Test
    void an_operator_records_what_the_test_has_shown(Visitor visitor, Clearover clearover) {
        String job = openTest("operator", visitor, clearover);
        visitor.part("test-outcome-problems").check();
        visitor.part("test-outcome-note").fill("No licence server\n<b>in the test network</b>");

        visitor.part("test-outcome-save").click();

        assertThat(visitor.part("test-outcome-recorded")).containsText("Problems");
        assertThat(visitor.part("test-outcome-recorded")).containsText("by operator");
        JsonObject outcome = clearover.status(job, "viewer").getJsonObject("test_outcome");
        assertThat(outcome.getString("result")).isEqualTo("problems");
        assertThat(outcome.getString("note")).isEqualTo("No licence server\n<b>in the test network</b>");
    }

    @Test
    void it_is_still_there_after_a_reload(Visitor visitor, Clearover clearover) {
        openTest("operator", visitor, clearover);
        visitor.part("test-outcome-passed").check();
        visitor.part("test-outcome-save").click();
        assertThat(visitor.part("test-outcome-recorded")).isVisible();

        visitor.page().reload();

        assertThat(visitor.part("test-outcome-recorded")).containsText("Passed");
    }

    @Test
    void it_can_be_changed(Visitor visitor, Clearover clearover) {
        openTest("operator", visitor, clearover);
        visitor.part("test-outcome-problems").check();
        visitor.part("test-outcome-save").click();

        visitor.part("test-outcome-change").click();
        assertThat(visitor.part("test-outcome-problems")).isChecked();
        visitor.part("test-outcome-passed").check();
        visitor.part("test-outcome-save").click();

        assertThat(visitor.part("test-outcome-recorded")).containsText("Passed");
    }

    @Test
    void whether_it_passed_has_to_be_said(Visitor visitor, Clearover clearover) {
        String job = openTest("operator", visitor, clearover);
        visitor.part("test-outcome-note").fill("It starts");

        visitor.part("test-outcome-save").click();

        assertThat(visitor.part("test-outcome-missing")).hasText("Choose whether the test passed.");
        assertThat(visitor.part("test-outcome-passed")).isFocused();
        assertThat(clearover.status(job, "viewer").isNull("test_outcome")).isTrue();
    }

    @Test
    void it_is_shown_at_once_in_the_list_of_jobs_and_in_the_list_of_vms(Visitor visitor, Clearover clearover) {
        openTest("operator", visitor, clearover);
        assertThat(visitor.part("test-result")).hasCount(0);
        visitor.part("test-outcome-problems").check();

        visitor.part("test-outcome-save").click();

        assertThat(visitor.job("test_failover", "completed").first().getByTestId("test-result"))
                .containsText("problems");
        assertThat(visitor.row("web01").getByTestId("test-result")).containsText("problems");
    }

    @Test
    void the_list_of_vms_says_so_until_the_test_is_rolled_back(Visitor visitor, Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        assertThat(clearover
                        .as("operator")
                        .put("/api/v1/failover/%s/test-outcome".formatted(job), "{\"result\": \"passed\"}")
                        .status())
                .isEqualTo(200);
        visitor.signIn("viewer");
        assertThat(visitor.row("web01").getByTestId("test-result")).containsText("passed");

        clearover.ended(clearover.startRollback("web01"));

        assertThat(visitor.row("web01")).containsText("Rollback completed");
        assertThat(visitor.row("web01").getByTestId("test-result")).hasCount(0);
        visitor.open("web01");
        assertThat(visitor.job("test_failover", "completed").first().getByTestId("test-result"))
                .containsText("passed");
    }

    @Test
    void a_viewer_reads_it_and_cannot_change_it(Visitor visitor, Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        assertThat(clearover
                        .as("operator")
                        .put("/api/v1/failover/%s/test-outcome".formatted(job), "{\"result\": \"passed\"}")
                        .status())
                .isEqualTo(200);

        openLast("viewer", visitor);

        assertThat(visitor.part("test-outcome-recorded")).containsText("Passed");
        assertThat(visitor.part("test-outcome").locator("button")).hasCount(0);
    }

    @Test
    void a_viewer_is_not_asked_for_it(Visitor visitor, Clearover clearover) {
        openTest("viewer", visitor, clearover);

        assertThat(visitor.part("job-dialog").getByTestId("step")).hasCount(10);
        assertThat(visitor.part("test-outcome")).hasCount(0);
    }

    private static String openTest(String user, Visitor visitor, Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        openLast(user, visitor);
        return job;
    }

    private static void openLast(String user, Visitor visitor) {
        visitor.signIn(user);
        visitor.open("web01");
        visitor.openLastOperation();
    }
}
