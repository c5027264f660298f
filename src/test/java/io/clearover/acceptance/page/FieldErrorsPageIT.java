package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.FieldErrors;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees at the page of the whole corpus of field errors as stored errors. */
@WithBrowser
class FieldErrorsPageIT {

    @Test
    void no_fragment_of_a_field_error_is_on_the_page(Visitor visitor, Clearover clearover) {
        FieldErrors.store(clearover.installation().dataSource());

        visitor.signIn("operator");
        assertThat(visitor.row(FieldErrors.vmName(0))).isVisible();
        assertThat(leaksOn(visitor)).isEmpty();

        visitor.open(FieldErrors.vmName(0));
        assertThat(visitor.part("recent-job")).hasCount(4 * FieldErrors.ERRORS_OF_A_VM);
        assertThat(leaksOn(visitor)).isEmpty();

        visitor.openLastOperation();
        assertThat(visitor.page().content()).contains("What you can do");
        assertThat(leaksOn(visitor)).isEmpty();
    }

    /** In what the page shows, and in the titles and labels that it tells by other means. */
    private static List<String> leaksOn(Visitor visitor) {
        String shown = (String)
                visitor.page()
                        .evaluate(
                                """
                        document.body.innerText + '\\n' + [...document.querySelectorAll('[title], [aria-label], [alt]')]
                          .flatMap((element) => ['title', 'aria-label', 'alt'].map((name) => element.getAttribute(name)))
                          .join('\\n')
                        """);
        return FieldErrors.fragments().entrySet().stream()
                .filter(fragment -> fragment.getValue().matcher(shown).find())
                .map(fragment -> fragment.getKey())
                .toList();
    }
}
