package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a person can do, see and understand at the page. Each test also fails on any error in the browser's console. */
@WithBrowser
class PageIT {

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

    private static List<Integer> progressSeen(Visitor visitor) {
        List<?> seen = (List<?>) visitor.page().evaluate("window.progressSeen");
        return seen.stream().map(Integer.class::cast).toList();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
