package io.clearover.acceptance.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the page with a browser of their own. Not thread-safe. */
public final class Visitor implements AutoCloseable {

    /** Milliseconds for what follows at once: how fast it is, a busy machine can't tell. */
    public static final double PATIENCE = 30_000;

    /** Milliseconds for the lab's longest operation, and then some. */
    private static final double OPERATION = 60_000;

    private final BrowserContext browser;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    public Visitor(BrowserContext browser) {
        this.browser = browser;
        this.page = browser.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(this::heed);
        page.onPageError(complaints::add);
    }

    /** The browser itself notes each refused request to the API; those are not faults of the page. */
    private void heed(ConsoleMessage message) {
        boolean refusedRequest = message.text().startsWith("Failed to load resource")
                && message.location().contains("/api/v1/");
        if (message.type().equals("error") && !refusedRequest) {
            complaints.add("%s (%s)".formatted(message.text(), message.location()));
        }
    }

    /** What was wrong so far: script errors, missing files, and what the content security policy refused. */
    public List<String> complaints() {
        return complaints;
    }

    public Page page() {
        return page;
    }

    public Locator part(String testId) {
        return page.getByTestId(testId);
    }

    /** Signs in with the name as the password, and sees the list. */
    public void signIn(String user) {
        trySignIn(user, user);
        assertThat(part("vm-row").first()).isVisible();
    }

    public void trySignIn(String user, String password) {
        page.navigate("/");
        part("sign-in-user").fill(user);
        part("sign-in-password").fill(password);
        part("sign-in-submit").click();
    }

    public Locator row(String vmName) {
        return part("vm-row")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(vmName, new Page.GetByTextOptions().setExact(true))));
    }

    /** Opens a VM from the list and sees its jobs. */
    public void open(String vmName) {
        row(vmName).click();
        assertThat(part("vm-name")).hasText(vmName);
        assertThat(part("recent-job").first()).isVisible();
    }

    /** Signs in, opens a VM and starts a test failover as the dialog suggests it. */
    public void startTestFailover(String user, String vmName) {
        signIn(user);
        open(vmName);
        part("start-test-failover").click();
        part("start-confirm").click();
        assertThat(part("live-job")).isVisible();
    }

    /** Waits until the operation that runs has ended so. */
    public void seesEnd(String operation, String status) {
        assertThat(page.locator("[data-testid=last-operation][data-status=%s]".formatted(status))
                        .getByText("%s %s".formatted(operation, status)))
                .isVisible(new IsVisibleOptions().setTimeout(OPERATION));
    }

    /** What the list of recent jobs shows of such jobs. */
    public Locator job(String type, String status) {
        return page.locator("[data-testid=recent-job][data-job-type=%s][data-status=%s]".formatted(type, status));
    }

    /** Opens the dialog about the last operation. */
    public void openLastOperation() {
        part("last-operation-open").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    }

    public void press(String key) {
        page.keyboard().press(key);
    }

    /** Tabs on until the place has the focus; a person would give up sooner than after 60 stops. */
    public void tabTo(Locator place) {
        assertThat(place).isVisible();
        for (int stops = 0; stops < 60; stops++) {
            press("Tab");
            if ((boolean) place.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + place);
    }

    /** What a test does to requests ends first: one that is still under way would be looked for in a page that is gone. */
    @Override
    public void close() {
        if (!page.isClosed()) {
            page.unrouteAll();
        }
        browser.close();
    }
}
