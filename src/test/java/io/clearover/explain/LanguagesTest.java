package io.clearover.explain;

import static io.clearover.explain.Fixtures.CATALOGUE;
import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.ErrorExample;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same answers in every language that there are texts in. */
class LanguagesTest {
    private static final String CAPACITY = "Unable to start a VM due to insufficient capacity";
    private static final Map<String, String> ENGLISH = CATALOGUE.texts().all();
    private static final Map<String, String> GERMAN =
            CATALOGUE.texts(Locale.GERMAN).all();

    @Test
    void every_text_is_there_in_every_language() {
        for (Locale language : Catalogue.languages()) {
            assertThat(CATALOGUE.texts(language).all().keySet()).isEqualTo(ENGLISH.keySet());
        }
    }

    @Test
    void a_text_has_the_same_phrases_in_every_language() {
        ENGLISH.forEach(
                (key, text) -> assertThat(phrases(GERMAN.get(key))).as(key).isEqualTo(phrases(text)));
    }

    @Test
    void every_german_next_step_tells_its_reader_what_to_do() {
        GERMAN.entrySet().stream()
                .filter(text ->
                        text.getKey().contains(".action.") || text.getKey().startsWith("phrase."))
                .filter(text -> !text.getValue().matches("\\{[a-z-]+}( \\{again})?"))
                .forEach(text -> assertThat(text.getValue())
                        .as(text.getKey())
                        .containsPattern("(?:^|Oder |Falls .*, )(?i)[a-zü]+en Sie\\b")
                        .matches(".*[.}]"));
    }

    @Test
    void nothing_was_left_in_english() {
        List<String> same = ENGLISH.keySet().stream()
                .filter(key -> ENGLISH.get(key).equals(GERMAN.get(key)))
                .filter(key -> !ENGLISH.get(key).startsWith("{"))
                .toList();

        assertThat(same).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT", "de-CH"})
    void a_german_reader_gets_german_words_and_the_same_facts(String language) {
        Explanation english = EXPLAINER.explain("vm-creation", OperationType.TEST_FAILOVER, CAPACITY);
        Explanation german = EXPLAINER.explain(
                "vm-creation", OperationType.TEST_FAILOVER, CAPACITY, Locale.forLanguageTag(language));

        assertThat(german.userMessage())
                .isEqualTo("Erstellen der Ziel-VM fehlgeschlagen - nicht genug freie Ressourcen");
        assertThat(german.actionableSteps())
                .startsWith("Fahren Sie Test-VMs herunter, die niemand mehr braucht."
                        + " Starten Sie das Test-Failover erneut.");
        assertThat(german.actions()).isEqualTo(english.actions());
        assertThat(german.cause()).isEqualTo(english.cause());
        assertThat(german.documentation()).isEqualTo(english.documentation());
    }

    @Test
    void the_actions_are_the_same_in_every_language() {
        for (Cause cause : CATALOGUE.causes()) {
            ErrorExample example = cause.examples().get(0);
            assertThat(explain(example, Locale.GERMAN).actions())
                    .isEqualTo(explain(example, Locale.ENGLISH).actions());
        }
    }

    @Test
    void a_reader_of_another_language_gets_english() {
        assertThat(EXPLAINER.explain("vm-creation", (OperationType) null, CAPACITY, Locale.FRENCH))
                .isEqualTo(EXPLAINER.explain("vm-creation", null, CAPACITY));
    }

    @Test
    void steps_have_german_names_and_unknown_ones_stay_neutral() {
        StepInfo step = Fixtures.STEPS.of("vm-creation", Locale.GERMAN);

        assertThat(step.displayName()).isEqualTo("Ziel-VM erstellen");
        assertThat(step.slug()).isEqualTo("creating-destination-vm");
        assertThat(Fixtures.STEPS.of("foo-bar-baz", Locale.GERMAN).displayName())
                .isEqualTo("Weiterer Schritt");
        assertThat(Fixtures.STEPS.of("foo-bar-baz", Locale.GERMAN).name()).isEqualTo("additional-step");
    }

    private static Explanation explain(ErrorExample example, Locale locale) {
        return EXPLAINER.explain(example.step(), OperationType.TEST_FAILOVER, example.error(), locale);
    }

    private static List<String> phrases(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\{[a-z-]+}").matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
