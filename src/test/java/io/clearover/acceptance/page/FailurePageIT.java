package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says of a failure: what failed and why, what to do next, and to whom it shows more. */
@WithBrowser
class FailurePageIT {

    private static final Pattern JARGON = Pattern.compile("virt-v2v|virtio|cloudstack|/dev/", Pattern.CASE_INSENSITIVE);

    @Test
    void a_failed_failover_says_what_failed_and_why_and_what_to_do(Visitor visitor) {
        visitor.startTestFailover("operator", "pgtest1");
        visitor.seesEnd("Test Failover", "failed");

        visitor.openLastOperation();

        assertThat(visitor.part("error-dialog")).isVisible();
        assertThat(visitor.part("dialog-about")).containsText("step 5 of 10");
        assertThat(visitor.part("error-failed-step")).hasText("Preparing Drivers for KVM");
        assertThat(visitor.part("error-message")).hasText("Driver injection failed - compatibility tool error");
        assertThat(visitor.part("error-reason")).containsText("Windows drivers could not be installed");
        assertThat(visitor.part("error-category")).hasText("Compatibility");
        assertThat(visitor.part("error-actions").locator("li").first()).containsText("Windows");
        assertThat(visitor.part("error-without-drivers")).isVisible();
    }

    @Test
    void a_failover_that_cannot_reach_its_source_goes_on_without_final_synchronization(
            Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("far01"));
        visitor.signIn("operator");
        visitor.open("far01");
        visitor.openLastOperation();

        visitor.part("error-without-final-sync").click();
        assertThat(visitor.part("option-final-sync")).not().isChecked();
        assertThat(visitor.part("option-skip-drivers")).not().isChecked();
        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void a_failure_that_is_not_the_newest_offers_nothing_to_start(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("far01"));
        clearover.ended(clearover.startTestFailover("far01"));
        visitor.signIn("operator");
        visitor.open("far01");

        visitor.job("test_failover", "failed").nth(1).click();

        assertThat(visitor.part("error-documentation")).isVisible();
        assertThat(visitor.part("error-dialog").getByTestId("step")).hasCount(10);
        assertThat(quickActions(visitor)).hasCount(0);
    }

    @Test
    void a_viewer_is_offered_no_quick_action_but_can_read_more(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("far01"));
        visitor.signIn("viewer");
        visitor.open("far01");

        visitor.openLastOperation();

        assertThat(visitor.part("error-documentation")).isVisible();
        assertThat(visitor.part("error-dialog").getByTestId("step")).hasCount(10);
        assertThat(quickActions(visitor)).hasCount(0);
    }

    @Test
    void the_link_to_the_documentation_leads_to_the_causes_own_section(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        visitor.signIn("operator");
        visitor.open("pgtest1");
        visitor.openLastOperation();
        assertThat(visitor.part("error-documentation")).hasText("Read more about this problem");

        Page guide = visitor.page()
                .waitForPopup(() -> visitor.part("error-documentation").click());

        String cause = clearover.vm("pgtest1").getJsonObject("last_operation").getString("cause");
        assertThat(guide).hasURL(Pattern.compile("/docs/troubleshooting\\.html#" + cause + "$"));
        assertThat(guide.locator("section:target h3")).isInViewport();
        assertThat(guide.locator("section:target li").first()).isVisible();
    }

    @Test
    void a_reference_for_the_administrator_is_copied(Visitor visitor, Clearover clearover) {
        JsonObject job = clearover.ended(clearover.startTestFailover("far01"));
        visitor.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visitor.signIn("operator");
        visitor.open("far01");
        visitor.openLastOperation();

        visitor.part("error-contact-admin").click();

        assertThat(visitor.part("error-reference")).containsText("Final Data Synchronization");
        assertThat(visitor.part("error-dialog").getByText("Copied")).isVisible();
        assertThat((String) visitor.page().evaluate("navigator.clipboard.readText()"))
                .contains(
                        job.getString("job_id"),
                        job.getString("external_job_id"),
                        "VM: far01",
                        "Failed step: Final Data Synchronization",
                        "Time: " + job.getString("completed_at"));
    }

    @Test
    void a_completed_failover_in_which_a_step_failed_is_shown_with_a_warning(Visitor visitor, Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category, metadata,
                                          started_at, completed_at)
                VALUES ('odd', 'ctx-web01-20250901-090000', 'failover', 'unified-live-failover', 'completed', 'system',
                        'failover', '{}', UTC_TIMESTAMP() - INTERVAL 3 MINUTE, UTC_TIMESTAMP())""",
                """
                INSERT INTO job_steps (job_id, seq, name, status, error_message)
                VALUES ('odd', 1, 'virtio-driver-injection', 'failed', 'failed to inject VirtIO drivers: exit status 1'),
                       ('odd', 2, 'vm-creation', 'completed', NULL)""");
        visitor.signIn("operator");
        visitor.open("web01");
        Locator listed = visitor.job("live_failover", "completed").first();
        assertThat(listed).containsText("Completed with a warning");
        assertThat(listed.getByTestId("job-warning")).containsText("Driver injection failed");

        listed.click();

        Locator dialog = visitor.part("job-dialog");
        assertThat(dialog).containsText("Live Failover Completed with a warning");
        assertThat(dialog.getByTestId("job-warning")).containsText("Driver injection failed");
        assertThat(dialog.getByTestId("error-documentation")).isVisible();
        assertThat(dialog.locator("[data-testid=step][data-status=failed]")).hasCount(1);
    }

    @Test
    void a_failed_failover_is_still_there_after_a_reload(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        visitor.signIn("operator");
        visitor.open("pgtest1");
        visitor.openLastOperation();

        visitor.page().reload();

        assertThat(visitor.part("error-message")).hasText("Driver injection failed - compatibility tool error");
        visitor.part("error-close").click();
        assertThat(visitor.job("test_failover", "failed").first()).containsText("Failed at step 5 of 10");
        assertThat(visitor.part("last-operation")).containsText("Preparing Drivers for KVM");
    }

    @Test
    void the_list_says_which_vm_needs_attention_and_why(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));

        visitor.signIn("viewer");

        assertThat(visitor.part("fleet-summary")).hasText("1 of 7 needs attention.");
        assertThat(visitor.part("vm-row").first()).containsText("pgtest1");
        assertThat(visitor.row("pgtest1")).containsText("Test Failover failed at step 5 of 10");
        assertThat(visitor.row("pgtest1")).containsText("Driver injection failed - compatibility tool error");
    }

    @Test
    void an_admin_sees_the_technical_details(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        visitor.signIn("admin");
        visitor.open("pgtest1");
        visitor.openLastOperation();

        visitor.part("error-technical").locator("summary").click();

        assertThat(visitor.part("error-technical-text")).containsText("[virtio-driver-injection]");
        assertThat(visitor.part("error-technical-text").textContent())
                .containsOnlyOnce("virt-v2v-in-place failed with exit code 1");
    }

    @Test
    void an_operator_sees_no_technical_details_and_no_jargon(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        clearover.ended(clearover.startTestFailover("db01"));
        visitor.signIn("operator");

        for (String vm : List.of("pgtest1", "db01")) {
            visitor.open(vm);
            visitor.openLastOperation();
            assertThat(visitor.part("error-dialog").getByTestId("step")).hasCount(10);
            assertThat(visitor.part("error-technical")).hasCount(0);
            assertThat(visitor.page().content()).contains("What you can do").doesNotContainPattern(JARGON);
            visitor.part("error-close").click();
        }
    }

    /** Whatever starts something or asks for help in the dialog about a failure. */
    private static Locator quickActions(Visitor visitor) {
        return visitor.page()
                .locator(
                        "[data-testid=error-dialog] footer button:not(:text-is('Close')), [data-testid=error-contact-admin]");
    }
}
