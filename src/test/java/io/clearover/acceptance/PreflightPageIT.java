package io.clearover.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** How a person checks at the page whether a failover would work. */
@WithBrowser
class PreflightPageIT {

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
