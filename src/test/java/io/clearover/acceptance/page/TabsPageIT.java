package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page in a tab that nobody sees for a while, that is opened at a VM, or that is loaded anew. */
@WithBrowser
class TabsPageIT {

    @Test
    void a_tab_that_nobody_sees_keeps_no_stream_open(Visitor visitor) {
        List<Request> closed = new ArrayList<>();
        visitor.page().onRequestFailed(request -> {
            if (isStream(request)) {
                closed.add(request);
            }
        });
        Request opened = visitor.page().waitForRequest(TabsPageIT::isStream, () -> visitor.signIn("viewer"));

        show(visitor.page(), false);
        visitor.page().waitForCondition(() -> closed.contains(opened));

        visitor.page().waitForRequest(TabsPageIT::isStream, () -> show(visitor.page(), true));
    }

    @Test
    void a_row_shows_what_runs_now_after_nobody_saw_it_for_a_while(Visitor visitor, Clearover clearover) {
        clearover.hold("createSnapshot", "web01");
        String failover = clearover.startTestFailover("web01");
        visitor.signIn("viewer");
        assertThat(visitor.row("web01")).containsText("Test Failover:");

        show(visitor.page(), false);
        clearover.letGo();
        clearover.ended(failover);
        clearover.hold("detachVolume", "web01");
        clearover.startRollback("web01");
        show(visitor.page(), true);

        assertThat(visitor.row("web01")).containsText("Rollback:");
    }

    @Test
    void a_tab_that_is_opened_at_a_vm_shows_the_list_too_however_late_that_comes(Visitor visitor, Clearover clearover) {
        visitor.signIn("viewer");
        List<Route> held = new ArrayList<>();
        visitor.page().route("**/api/v1/vm-contexts", held::add);

        visitor.page().navigate("/#/vm/" + clearover.contextId("web01"));
        visitor.page().reload();
        assertThat(visitor.part("recent-job").first()).isVisible();
        held.forEach(Route::resume);

        assertThat(visitor.part("vm-row")).hasCount(7);
    }

    @Test
    void somebody_who_has_no_role_any_more_is_asked_to_sign_in(Visitor visitor) {
        visitor.signIn("viewer");
        visitor.page().route("**/api/v1/me", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));

        visitor.page().reload();

        assertThat(visitor.part("sign-in-user")).isVisible();
        assertThat(visitor.page().getByText("This user has no role in Clearover."))
                .isVisible();
    }

    private static boolean isStream(Request request) {
        return request.url().endsWith("/api/v1/events");
    }

    /** What the browser tells a page when its tab is left, or come back to. */
    private static void show(Page page, boolean visible) {
        page.evaluate(
                """
                hidden => {
                  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""",
                !visible);
    }
}
