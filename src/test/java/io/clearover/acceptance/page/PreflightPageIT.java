package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import org.junit.jupiter.api.Test;

/** How a person checks at the page whether a failover would work. */
@WithBrowser
class PreflightPageIT {

    /** Maps all networks to unknown ones, and back when it is done again. */
    private static final String EXCHANGE_NETWORKS =
            "UPDATE network_mappings SET destination_network_id = REVERSE(destination_network_id)";

    @Test
    void what_is_ready_is_said_to_be(Visitor visitor, Clearover clearover) {
        openDialog("operator", visitor, "web01");

        visitor.part("preflight-run").click();

        assertThat(visitor.part("preflight-summary")).hasText("Everything is ready for this failover.");
        assertThat(visitor.page().locator("[data-testid=preflight-check]:not([data-result=pass])"))
                .hasCount(0);
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }

    @Test
    void what_would_fail_says_why_and_what_to_do_and_is_not_started(Visitor visitor, Clearover clearover) {
        openDialog("operator", visitor, "app01");

        visitor.part("preflight-run").click();

        Locator failed = check(visitor, "network-mapping");
        assertThat(failed).hasAttribute("data-result", "fail");
        assertThat(failed.locator("li").first()).containsText("choose a destination network");
        assertThat(visitor.part("start-confirm")).hasAttribute("aria-disabled", "true");
        visitor.part("start-confirm").click(new Locator.ClickOptions().setForce(true));
        assertThat(visitor.part("start-dialog")).isVisible();
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }

    @Test
    void warnings_do_not_keep_anybody_from_starting(Visitor visitor) {
        openDialog("operator", visitor, "web01");
        visitor.part("option-skip-drivers").check();
        visitor.part("preflight-run").click();
        assertThat(check(visitor, "without-drivers")).hasAttribute("data-result", "warn");

        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void what_was_checked_is_forgotten_when_something_else_is_chosen(Visitor visitor) {
        openDialog("operator", visitor, "web01");
        visitor.part("preflight-run").click();
        assertThat(visitor.part("preflight")).isVisible();

        visitor.part("kind-live-failover").check();

        assertThat(visitor.part("preflight")).hasCount(0);
        visitor.part("preflight-run").click();
        assertThat(check(visitor, "source-vm")).hasCount(1);
    }

    @Test
    void a_failover_whose_checks_failed_offers_to_run_them_as_it_was_started(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.start(
                "/api/v1/failover/live",
                "{\"vm_name\": \"app01\", \"power_off_source\": false, \"skip_virtio\": true}"));
        visitor.signIn("operator");
        visitor.open("app01");
        visitor.openLastOperation();

        visitor.part("error-run-checks").click();

        assertThat(visitor.part("kind-live-failover")).isChecked();
        assertThat(visitor.part("option-power-off-source")).not().isChecked();
        assertThat(visitor.part("option-skip-drivers")).isChecked();
        assertThat(check(visitor, "network-mapping")).hasAttribute("data-result", "fail");
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isEqualTo(1);
    }

    @Test
    void once_what_failed_is_mended_the_failover_is_started_from_its_checks(Visitor visitor, Clearover clearover) {
        clearover.sql(EXCHANGE_NETWORKS);
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.sql(EXCHANGE_NETWORKS);
        visitor.signIn("operator");
        visitor.open("web01");
        visitor.openLastOperation();

        visitor.part("error-run-checks").click();
        assertThat(visitor.part("preflight-summary")).hasText("Everything is ready for this failover.");
        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void no_checks_are_offered_where_the_vm_cannot_be_failed_over(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("app01"));
        clearover.sql("UPDATE vm_replication_contexts SET current_status = 'replicating' WHERE vm_name = 'app01'");
        visitor.signIn("operator");
        visitor.open("app01");

        visitor.openLastOperation();

        assertThat(visitor.part("error-dialog").getByTestId("step")).hasCount(10);
        assertThat(visitor.part("error-run-checks")).hasCount(0);
    }

    @Test
    void an_admin_sees_the_technical_side_of_a_check_and_an_operator_does_not(Visitor visitor) {
        openDialog("operator", visitor, "app01");
        visitor.part("preflight-run").click();
        assertThat(check(visitor, "network-mapping")).isVisible();
        assertThat(visitor.part("error-technical")).hasCount(0);
        visitor.press("Escape");
        visitor.part("sign-out").click();

        openDialog("admin", visitor, "app01");
        visitor.part("preflight-run").click();

        visitor.part("error-technical").locator("summary").click();
        assertThat(visitor.part("error-technical-text")).containsText("VM Network");
    }

    private static void openDialog(String user, Visitor visitor, String vmName) {
        visitor.signIn(user);
        visitor.open(vmName);
        visitor.part("start-test-failover").click();
    }

    private static Locator check(Visitor visitor, String name) {
        return visitor.page().locator("[data-testid=preflight-check][data-check=%s]".formatted(name));
    }
}
