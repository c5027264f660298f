package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How the page sees to it that what a person starts once runs once, whatever becomes of its requests. */
@WithBrowser
class StartOncePageIT {

    @Test
    void a_test_failover_whose_answer_was_lost_is_not_started_twice(Visitor visitor, Clearover clearover) {
        visitor.signIn("operator");
        visitor.open("web01");
        List<String> keys = keysOfStarts(visitor, "**/failover/test", true);
        visitor.part("start-test-failover").click();

        visitor.part("start-confirm").click();
        assertThat(visitor.part("problem")).containsText("Clearover can't be reached");
        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
        assertThat(keys).hasSize(2).doesNotContainNull();
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(started(clearover)).isEqualTo(1);
    }

    @Test
    void nor_is_a_failover_that_has_failed_meanwhile(Visitor visitor, Clearover clearover) {
        visitor.signIn("operator");
        visitor.open("app01");
        keysOfStarts(visitor, "**/failover/live", true);
        visitor.part("start-live-failover").click();
        visitor.part("confirm-name").fill("app01");
        visitor.part("start-confirm").click();
        assertThat(visitor.part("problem")).isVisible();
        clearover.ended(clearover.text("SELECT id FROM job_tracking WHERE owner LIKE 'clearover@%'"));

        visitor.part("start-confirm").click();

        visitor.seesEnd("Live Failover", "failed");
        assertThat(started(clearover)).isEqualTo(1);
    }

    @Test
    void nor_is_a_rollback(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));
        visitor.signIn("operator");
        visitor.open("web01");
        List<String> keys = keysOfStarts(visitor, "**/failover/rollback", true);
        visitor.part("rollback").click();

        visitor.part("rollback-confirm").click();
        assertThat(visitor.part("problem")).isVisible();
        visitor.part("rollback-confirm").click();

        visitor.seesEnd("Rollback", "completed");
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(started(clearover)).isEqualTo(2);
    }

    @Test
    void nor_is_a_retry(Visitor visitor, Clearover clearover) {
        clearover.failForNow("createSnapshot", "db01");
        clearover.ended(clearover.startTestFailover("db01"));
        withoutFeed(visitor);
        visitor.signIn("operator");
        visitor.open("db01");
        visitor.openLastOperation();
        List<String> keys = keysOfStarts(visitor, "**/retry", true);

        visitor.part("error-retry").click();
        assertThat(visitor.part("problem")).isVisible();
        visitor.part("error-retry").click();

        assertThat(visitor.part("live-job")).isVisible();
        visitor.seesEnd("Test Failover", "failed");
        assertThat(visitor.job("test_failover", "failed")).hasCount(2);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(started(clearover)).isEqualTo(2);
    }

    @Test
    void nor_is_a_retry_of_a_live_failover(Visitor visitor, Clearover clearover) {
        clearover.failForNow("createSnapshot", "db01");
        clearover.ended(clearover.start("/api/v1/failover/live", "{\"vm_name\": \"db01\"}"));
        visitor.signIn("operator");
        visitor.open("db01");
        visitor.openLastOperation();
        List<String> keys = keysOfStarts(visitor, "**/retry", true);
        visitor.part("error-retry").click();
        visitor.part("confirm-name").fill("db01");

        visitor.part("retry-confirm").click();
        assertThat(visitor.part("problem")).isVisible();
        visitor.part("retry-confirm").click();

        assertThat(visitor.job("live_failover", "failed")).hasCount(2);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(started(clearover)).isEqualTo(2);
    }

    @Test
    void a_start_after_a_refused_one_is_another(Visitor visitor, Clearover clearover) {
        visitor.signIn("operator");
        visitor.open("web01");
        List<String> keys = keysOfStarts(visitor, "**/failover/test", false);
        visitor.part("start-test-failover").click();
        clearover.sql("UPDATE vm_replication_contexts SET current_status = 'replicating' WHERE vm_name = 'web01'");
        visitor.part("start-confirm").click();
        assertThat(visitor.part("problem")).isVisible();
        clearover.sql(
                "UPDATE vm_replication_contexts SET current_status = 'ready_for_failover' WHERE vm_name = 'web01'");

        visitor.part("start-confirm").click();

        visitor.seesEnd("Test Failover", "completed");
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_start_with_other_options_is_another(Visitor visitor, Clearover clearover) {
        visitor.signIn("operator");
        visitor.open("app01");
        List<String> keys = keysOfStarts(visitor, "**/failover/test", true);
        visitor.part("start-test-failover").click();
        visitor.part("start-confirm").click();
        assertThat(visitor.part("problem")).isVisible();
        clearover.ended(clearover.text("SELECT id FROM job_tracking WHERE owner LIKE 'clearover@%'"));

        visitor.part("option-final-sync").uncheck();
        visitor.part("start-confirm").click();

        assertThat(visitor.job("test_failover", "failed")).hasCount(2);
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void each_opened_dialog_starts_something_of_its_own(Visitor visitor, Clearover clearover) {
        visitor.signIn("operator");
        visitor.open("app01");
        List<String> keys = keysOfStarts(visitor, "**/failover/test", false);

        for (int times = 1; times <= 2; times++) {
            visitor.part("start-test-failover").click();
            visitor.part("start-confirm").click();
            assertThat(visitor.job("test_failover", "failed")).hasCount(times);
            assertThat(visitor.part("start-test-failover")).isVisible();
        }

        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(started(clearover)).isEqualTo(2);
    }

    /**
     * The keys that the page sends with the requests to such an address, as it sends them.
     *
     * @param firstAnswerLost whether the first request reaches the server, but its answer not the page
     */
    private static List<String> keysOfStarts(Visitor visitor, String address, boolean firstAnswerLost) {
        List<String> keys = new CopyOnWriteArrayList<>();
        visitor.page().route(address, route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            if (firstAnswerLost && keys.size() == 1) {
                lose(route);
            } else {
                route.resume();
            }
        });
        return keys;
    }

    /** By the feed the page would soon know of the job that was started, and offer nothing any more. */
    private static void withoutFeed(Visitor visitor) {
        visitor.page().route("**/api/v1/events", Route::abort);
    }

    private static void lose(Route route) {
        assertThat(route.fetch().status()).isEqualTo(202);
        route.abort();
    }

    private static long started(Clearover clearover) {
        return clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'");
    }
}
