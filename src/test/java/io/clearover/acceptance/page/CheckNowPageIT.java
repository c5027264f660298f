package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the dialog about a failure says of how things are now, and the button that has it looked at. */
@WithBrowser
class CheckNowPageIT {

    private static final Pattern JARGON = Pattern.compile("virtio|cloudstack|kvm-host|MiB", Pattern.CASE_INSENSITIVE);

    @Test
    void an_operator_is_told_that_the_cause_is_still_there(Visitor visitor, Clearover clearover) {
        open(visitor, clearover, "operator", "legacy01");

        visitor.part("check-now").click();

        assertThat(visitor.part("check-result")).containsText("What caused the failure is still there");
        assertThat(finding(visitor, "hosts")).hasAttribute("data-result", "still_so");
        assertThat(finding(visitor, "hosts")).containsText("No server has room for this VM");
        assertThat(finding(visitor, "destination")).hasAttribute("data-result", "no_longer_so");
        assertThat(visitor.part("left-behind")).containsText("Nothing was left behind");
        assertThat(visitor.part("check-now")).hasText("Check again");
        assertThat(visitor.part("error-retry")).hasCount(0);
        assertThat(visitor.part("check-technical")).hasCount(0);
        assertThat(visitor.page().content()).doesNotContainPattern(JARGON);
    }

    @Test
    void once_the_cause_is_gone_the_same_can_be_started_again_at_once(Visitor visitor, Clearover clearover) {
        String template = clearover.text("SELECT template_id FROM ossea_configs");
        clearover.sql("UPDATE ossea_configs SET template_id = 'nothing'");
        open(visitor, clearover, "operator", "web01");
        assertThat(visitor.part("error-retry")).hasCount(0);
        clearover.sql("UPDATE ossea_configs SET template_id = '%s'".formatted(template));

        visitor.part("check-now").click();
        assertThat(visitor.part("check-result")).containsText("What caused the failure is gone");
        visitor.part("error-retry").click();

        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void what_was_seen_right_after_the_failure_is_shown_to_viewers_without_a_button(
            Visitor visitor, Clearover clearover) {
        open(visitor, clearover, "viewer", "legacy01");

        assertThat(finding(visitor, "hosts")).containsText("No server has room for this VM");
        assertThat(visitor.part("checked-at")).isVisible();
        assertThat(visitor.part("check-now")).hasCount(0);
    }

    @Test
    void an_admin_sees_the_technical_side(Visitor visitor, Clearover clearover) {
        open(visitor, clearover, "admin", "legacy01");

        finding(visitor, "hosts").locator("summary").click();

        assertThat(finding(visitor, "hosts").getByTestId("check-technical")).containsText("131072 MiB");
    }

    @Test
    void what_a_probe_proves_instead_of_the_error_is_told_first(Visitor visitor, Clearover clearover) {
        clearover.failForNow("createSnapshot", "web01");
        clearover.ended(clearover.startTestFailover("web01"));
        clearover.letGo();
        clearover.sql("UPDATE ossea_configs SET secret_key = 'wrong'");
        visitor.signIn("operator");
        visitor.open("web01");
        visitor.openLastOperation();

        visitor.part("check-now").click();

        assertThat(visitor.part("check-correction")).containsText("something else is the matter");
    }

    @Test
    void too_narrow_a_window_hides_nothing_of_it(Visitor visitor, Clearover clearover) {
        open(visitor, clearover, "operator", "legacy01");
        visitor.page().setViewportSize(360, 740);

        visitor.part("check-now").click();

        assertThat(visitor.part("check-result")).isVisible();
        assertThat((Boolean) visitor.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                                + " && [...document.querySelectorAll('failure-checks *')].every("
                                + "e => e.getBoundingClientRect().right <= innerWidth + 1)"))
                .isTrue();
    }

    /** Opens the dialog about a test failover that failed, when what was seen after it is kept. */
    private static void open(Visitor visitor, Clearover clearover, String user, String vm) {
        String job = clearover.startTestFailover(vm);
        clearover.ended(job);
        await().until(() ->
                !clearover.status(job, "viewer").getJsonArray("checks").isEmpty());
        visitor.signIn(user);
        visitor.open(vm);
        visitor.openLastOperation();
        assertThat(visitor.part("error-dialog")).isVisible();
    }

    private static Locator finding(Visitor visitor, String probe) {
        return visitor.page().locator("[data-testid=check-finding][data-probe=%s]".formatted(probe));
    }
}
