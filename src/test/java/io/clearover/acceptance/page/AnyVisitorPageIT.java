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
import com.microsoft.playwright.options.LoadState;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page in any hands: by keyboard, on a telephone, in the dark, with a wrong password, with a server that is away. */
@WithBrowser
class AnyVisitorPageIT {

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
    void browsers_keep_what_has_its_version_or_hash_in_its_address_and_nothing_else(Visitor visitor) {
        visitor.page().navigate("/");
        String script = visitor.page().locator("script[type=module]").getAttribute("src");

        assertThat(script).matches("assets/[0-9a-f]{16}/app/main\\.js");
        assertThat(cacheControl(visitor, "/" + script)).isEqualTo("max-age=31536000, immutable");
        assertThat(cacheControl(visitor, "/webjars/lit-html/3.3.1/lit-html.js"))
                .isEqualTo("max-age=31536000, immutable");
        assertThat(cacheControl(visitor, "/")).isEqualTo("no-store");
        assertThat(cacheControl(visitor, "/app/main.js")).isEqualTo("no-store");
        assertThat(visitor.page()
                        .request()
                        .get("/assets/0000000000000000/app/main.js")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_page_that_is_loaded_again_loads_none_of_its_files_again(Visitor visitor) {
        visitor.page().navigate("/");
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE);

        visitor.page().navigate("/?again");
        visitor.page().waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(visitor.page()
                        .evaluate("performance.getEntriesByType('resource')"
                                + ".filter(file => file.transferSize > 0 && /assets|webjars/.test(file.name)).length"))
                .isEqualTo(0);
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
