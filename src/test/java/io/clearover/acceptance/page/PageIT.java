package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person can do, see and understand at the page. Each test also fails on any error in the browser's console. */
@WithBrowser
class PageIT {

    private static final Pattern JARGON = Pattern.compile("virt-v2v|virtio|cloudstack|/dev/", Pattern.CASE_INSENSITIVE);

    /** Notes each number of finished steps that the page shows. */
    private static final String PROGRESS_SEEN =
            """
            window.progressSeen = [];
            new MutationObserver(() => {
              const bar = document.querySelector('live-job progress');
              if (bar && bar.value !== window.progressSeen.at(-1)) window.progressSeen.push(bar.value);
            }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            """;

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
    void the_steps_advance_while_one_watches(Visitor visitor) {
        visitor.page().addInitScript(PROGRESS_SEEN);

        visitor.startTestFailover("operator", "erp01");
        assertThat(visitor.part("live-job").getByTestId("step")).hasCount(10);
        visitor.seesEnd("Test Failover", "completed");

        assertThat(progressSeen(visitor)).isSorted().anyMatch(percent -> percent > 0 && percent < 100);
    }

    @Test
    void what_another_node_does_is_shown_though_nobody_asks(Visitor visitor, Clearover clearover) {
        visitor.signIn("viewer");
        waitForFeed(visitor);
        List<String> asked = new CopyOnWriteArrayList<>();
        visitor.page().onRequest(request -> asked.add(request.url()));
        try {
            clearover.sql(
                    """
                    INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, updated_at)
                    VALUES ('elsewhere', 'ctx-web01-20250901-090000', 'failover', 'unified-test-failover', 'running',
                      'clearover@other#1', CURRENT_TIMESTAMP + INTERVAL 1 HOUR)""");
            assertThat(visitor.row("web01")).containsText("Operation running");
            visitor.row("web01").locator("progress").waitFor();
            int before = asked.size();
            for (int step = 1; step <= 3; step++) {
                clearover.sql(
                        "UPDATE job_steps SET status = 'completed', completed_at = UTC_TIMESTAMP(6)"
                                + " WHERE job_id = 'elsewhere'",
                        "INSERT INTO job_steps (job_id, name, seq) VALUES ('elsewhere', 'step-%1$d', %1$d)"
                                .formatted(step));
                assertThat(visitor.row("web01")).containsText("%d of %d steps".formatted(step - 1, step));
            }
            assertThat(asked.subList(before, asked.size())).isEmpty();

            clearover.sql("UPDATE job_tracking SET status = 'completed' WHERE id = 'elsewhere'");
            assertThat(visitor.row("web01")).not().containsText("Operation running");
        } finally {
            clearover.sql("DELETE FROM job_tracking WHERE id = 'elsewhere'");
        }
    }

    @Test
    void without_the_feed_the_page_asks_now_and_then(Visitor visitor) {
        visitor.page().route("**/api/v1/events", route -> route.abort());

        visitor.startTestFailover("operator", "web01");

        visitor.seesEnd("Test Failover", "completed");
    }

    @Test
    void a_running_job_says_how_much_longer_it_usually_takes(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("erp01"));
        clearover.ended(clearover.startRollback("erp01"));

        visitor.startTestFailover("operator", "erp01");

        assertThat(visitor.part("job-time-left")).containsText("left");
        visitor.seesEnd("Test Failover", "completed");
    }

    /** Until the page hears from the server by itself. */
    private static void waitForFeed(Visitor visitor) {
        visitor.page().waitForFunction("() => document.querySelector('clearover-app').api.feed.flows");
    }

    @Test
    void a_successful_failover_has_done_its_ten_steps(Visitor visitor) {
        visitor.startTestFailover("operator", "web01");
        visitor.seesEnd("Test Failover", "completed");
        assertThat(visitor.part("vm-detail-state")).hasText("In test failover");

        visitor.openLastOperation();

        Locator steps = visitor.part("job-dialog").getByTestId("step");
        assertThat(steps).hasCount(10);
        assertThat(steps.and(visitor.page().locator("[data-status=completed]"))).hasCount(9);
        assertThat(steps.and(visitor.page().locator("[data-status=skipped]")))
                .containsText(Pattern.compile("Powering Off Source VM.*Not needed", Pattern.DOTALL));
    }

    @Test
    void a_rollback_is_in_the_recent_jobs_and_says_what_it_left(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        visitor.signIn("operator");
        visitor.open("web01");

        visitor.part("rollback").click();
        visitor.part("rollback-confirm").click();

        visitor.seesEnd("Rollback", "completed");
        Locator rollback = visitor.part("recent-job").first();
        assertThat(rollback).containsText("Rollback");
        assertThat(rollback).containsText("Completed");
        assertThat(rollback).containsText("VM and snapshots at the destination are gone");
        assertThat(visitor.part("vm-detail-state")).hasText("Ready for failover");
    }

    @Test
    void replications_and_failovers_are_in_one_list(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));

        visitor.signIn("viewer");
        visitor.open("web01");

        assertThat(visitor.part("recent-job").first()).containsText("Test Failover");
        assertThat(visitor.job("replication", "completed").first()).containsText("transferred");
    }

    @Test
    void a_vm_of_which_nothing_is_recorded_shows_its_latest_failover_or_rollback(Visitor visitor) {
        visitor.signIn("viewer");
        assertThat(visitor.row("web01")).containsText("No failover recorded");

        visitor.open("web01");

        assertThat(visitor.part("last-operation")).containsText("Rollback completed");
    }

    @Test
    void operating_systems_are_told_in_words(Visitor visitor) {
        visitor.signIn("viewer");

        assertThat(visitor.row("web01")).containsText("Windows Server 2019");
        assertThat(visitor.row("db01")).containsText("Red Hat Enterprise Linux 8");
        assertThat(visitor.row("app01")).containsText("Ubuntu");
    }

    @Test
    void a_viewer_cannot_start_anything_and_is_told_why(Visitor visitor) {
        visitor.signIn("viewer");
        visitor.open("web01");

        assertThat(visitor.part("actions-note")).containsText("operator role");
        assertThat(visitor.part("start-test-failover")).hasCount(0);
        assertThat(visitor.part("rollback")).hasCount(0);
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

    @Test
    void a_wrong_password_is_refused_in_words(Visitor visitor) {
        visitor.trySignIn("operator", "wrong");

        assertThat(visitor.part("sign-in-error")).containsText("User or password is not right");
        assertThat(visitor.part("vm-row")).hasCount(0);
    }

    @Test
    void who_signed_out_has_to_sign_in_again(Visitor visitor) {
        visitor.signIn("operator");

        visitor.part("sign-out").click();
        visitor.page().reload();

        assertThat(visitor.part("sign-in-user")).isVisible();
    }

    @Test
    void the_options_of_the_start_dialog_reach_the_server(Visitor visitor) {
        visitor.signIn("operator");
        visitor.open("pgtest1");
        visitor.part("start-test-failover").click();

        visitor.part("option-final-sync").uncheck();
        visitor.part("option-skip-drivers").check();
        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
        visitor.openLastOperation();
        Locator skipped = visitor.part("job-dialog").locator("[data-testid=step][data-status=skipped]");
        assertThat(skipped.filter(withText("Final Data Synchronization"))).hasCount(1);
        assertThat(skipped.filter(withText("Preparing Drivers for KVM"))).hasCount(1);
    }

    @Test
    void a_refused_start_says_why_in_the_dialog(Visitor visitor, Clearover clearover) {
        visitor.signIn("operator");
        visitor.open("web01");
        visitor.part("start-test-failover").click();
        clearover.ended(clearover.startTestFailover("web01"));

        visitor.part("start-confirm").click();

        assertThat(visitor.part("start-dialog").getByTestId("problem")).containsText("Roll it back first");
    }

    @Test
    void a_name_that_looks_like_html_is_shown_as_text(Visitor visitor, Clearover clearover) {
        String name = "<img src=x onerror=alert(1)>";
        clearover.sql("UPDATE vm_replication_contexts SET vm_name = '%s' WHERE vm_name = 'app01'".formatted(name));

        visitor.signIn("operator");
        visitor.open(name);
        visitor.part("start-test-failover").click();

        assertThat(visitor.part("dialog-about")).hasText(name);
        assertThat(visitor.page().locator("img")).hasCount(0);
    }

    @Test
    void a_script_that_is_not_the_pages_own_is_refused(Visitor visitor) {
        visitor.signIn("viewer");

        visitor.page()
                .evaluate("document.body.append(Object.assign(document.createElement('script'),"
                        + " {textContent: 'document.title = \"taken over\"'}))");

        assertThat(visitor.page()).hasTitle("Clearover");
        assertThat(visitor.complaints()).singleElement().asString().contains("Content Security Policy");
        visitor.complaints().clear();
    }

    @Test
    void browsers_keep_libraries_but_no_file_that_an_upgrade_may_change(Visitor visitor) {
        visitor.page().navigate("/");

        assertThat(cacheControl(visitor, "/")).isEqualTo("no-store");
        assertThat(cacheControl(visitor, "/app/main.js")).isEqualTo("no-store");
        assertThat(cacheControl(visitor, "/webjars/lit-html/3.3.1/lit-html.js"))
                .isEqualTo("max-age=31536000, immutable");
    }

    @Test
    void everything_can_be_done_with_the_keyboard(Visitor visitor) {
        visitor.page().navigate("/");
        assertThat(visitor.part("sign-in-user")).isFocused();
        visitor.page().keyboard().type("operator");
        visitor.press("Tab");
        visitor.page().keyboard().type("operator");
        visitor.press("Enter");
        assertThat(visitor.row("web01")).isVisible();

        visitor.tabTo(visitor.row("web01"));
        visitor.press("Enter");
        assertThat(visitor.part("vm-name")).isFocused();
        visitor.tabTo(visitor.part("start-test-failover"));
        visitor.press("Enter");
        visitor.tabTo(visitor.part("start-confirm"));
        visitor.press("Enter");

        visitor.seesEnd("Test Failover", "completed");
        visitor.tabTo(visitor.part("last-operation-open"));
        visitor.press("Enter");
        assertThat(visitor.part("job-dialog")).isVisible();
        visitor.press("Escape");
        assertThat(visitor.part("job-dialog")).hasCount(0);
        assertThat(visitor.part("last-operation-open")).isFocused();
    }

    @Test
    void the_dark_theme_can_be_chosen_and_stays(Visitor visitor) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visitor.signIn("viewer");
        Locator ground = visitor.page().locator("html");
        assertThat(ground).hasCSS("background-color", "rgb(243, 245, 248)");

        visitor.part("theme-toggle").click();
        assertThat(ground).hasCSS("background-color", "rgb(13, 18, 24)");
        visitor.page().reload();

        assertThat(ground).hasCSS("background-color", "rgb(13, 18, 24)");
        assertThat(visitor.part("theme-toggle")).hasAccessibleName("Use the light theme");
    }

    @Test
    void nothing_is_wider_than_a_telephone(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        clearover.ended(clearover.startTestFailover("far01"));
        visitor.page().setViewportSize(360, 740);

        visitor.signIn("admin");
        assertThat(beyondTheEdge(visitor)).isEmpty();
        visitor.open("pgtest1");
        assertThat(beyondTheEdge(visitor)).isEmpty();
        visitor.openLastOperation();
        visitor.part("error-technical").locator("summary").click();
        assertThat(beyondTheEdge(visitor)).isEmpty();
        visitor.page().navigate("/");
        visitor.open("far01");
        visitor.openLastOperation();
        assertThat(visitor.part("error-without-final-sync")).isVisible();
        visitor.part("error-contact-admin").click();
        assertThat(beyondTheEdge(visitor)).isEmpty();
    }

    @Test
    void what_is_asked_before_a_failover_and_after_a_test_fits_a_telephone(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        visitor.page().setViewportSize(360, 740);

        visitor.signIn("operator");
        visitor.open("app01");
        visitor.part("start-live-failover").click();
        visitor.part("option-power-off-source").uncheck();
        visitor.part("preflight-run").click();
        assertThat(visitor.part("preflight")).isVisible();
        assertThat(beyondTheEdge(visitor)).isEmpty();
        visitor.page().navigate("/");
        visitor.open("web01");
        visitor.openLastOperation();
        assertThat(visitor.part("test-outcome-note")).isVisible();
        assertThat(beyondTheEdge(visitor)).isEmpty();
    }

    @Test
    void the_page_says_when_the_server_is_away_and_goes_on_by_itself(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("pgtest1"));
        visitor.signIn("operator");
        visitor.open("pgtest1");

        clearover.installation().server().close();
        assertThat(visitor.part("page-banner")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        assertThat(visitor.part("last-operation-message")).containsText("Driver injection failed");
        clearover.installation().startServer();

        assertThat(visitor.part("page-banner")).hasCount(0, new HasCountOptions().setTimeout(30_000));
        visitor.page().reload();
        assertThat(visitor.part("last-operation-message"))
                .containsText("Driver injection failed", new ContainsTextOptions().setTimeout(30_000));
    }

    @Test
    void a_dialog_whose_server_was_away_for_a_moment_tells_all_when_it_is_back(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        visitor.signIn("viewer");
        visitor.open("web01");
        visitor.page().route("**/api/v1/failover/*/status", Route::abort, new Page.RouteOptions().setTimes(1));

        visitor.openLastOperation();

        assertThat(visitor.part("job-dialog")).containsText("Clearover can't be reached");
        assertThat(visitor.part("job-dialog").getByTestId("step")).hasCount(10);
        assertThat(visitor.part("job-dialog")).not().containsText("Clearover can't be reached");
    }

    private static List<Integer> progressSeen(Visitor visitor) {
        List<?> seen = (List<?>) visitor.page().evaluate("window.progressSeen");
        return seen.stream().map(Integer.class::cast).toList();
    }

    /** Whatever starts something or asks for help in the dialog about a failure. */
    private static Locator quickActions(Visitor visitor) {
        return visitor.page()
                .locator(
                        "[data-testid=error-dialog] footer button:not(:text-is('Close')), [data-testid=error-contact-admin]");
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static String cacheControl(Visitor visitor, String path) {
        APIResponse answer = visitor.page().request().get(path);
        assertThat(answer).isOK();
        return answer.headers().get("cache-control");
    }

    /** What is wider than the window, also if it is cut off there and does not make the page scroll. */
    private static List<?> beyondTheEdge(Visitor visitor) {
        return (List<?>)
                visitor.page()
                        .evaluate(
                                """
                        [...document.querySelectorAll('html, body *:not(svg *)')]
                          .filter((element) => Math.max(element.getBoundingClientRect().right,
                            element === document.documentElement ? element.scrollWidth : 0) > innerWidth + 0.5)
                          .map((element) => `${element.tagName}.${element.className}`)
                        """);
    }
}
