package io.clearover.explain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.Fixtures;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which quick actions go with an advice is data of the catalogue, whatever the words of the advice. */
class QuickActionDataTest {
    private static final MessageBundle TEXTS = Fixtures.CATALOGUE.texts();

    private static final Set<String> CHECKS = TEXTS.all().keySet().stream()
            .filter(key -> key.startsWith("check."))
            .map(key -> key.split("\\.")[1])
            .collect(Collectors.toSet());

    private static final Map<String, QuickAction> SPOKEN_OF = Map.of(
            "{roll-back}", QuickAction.ROLL_BACK,
            "{without-sync}", QuickAction.START_WITHOUT_FINAL_SYNC,
            "{without-drivers}", QuickAction.START_WITHOUT_DRIVER_INSTALLATION,
            "your administrator", QuickAction.CONTACT_ADMIN);

    @Test
    void other_words_offer_the_same() {
        Catalogue other = inOtherWords();

        assertThat(offers(new Explainer(other, new StepCatalogue(other)), Locale.ENGLISH))
                .isEqualTo(offers(Fixtures.EXPLAINER, Locale.ENGLISH));
    }

    @Test
    void every_language_offers_the_same() {
        for (Locale language : Catalogue.languages()) {
            assertThat(offers(Fixtures.EXPLAINER, language)).isEqualTo(offers(Fixtures.EXPLAINER, Locale.ENGLISH));
        }
    }

    @Test
    void the_built_in_data_say_what_the_advice_says() {
        for (StepKind kind : Fixtures.CATALOGUE.kinds().values()) {
            assertThat(kind.quickActions()).as(kind.id()).isEqualTo(spokenOf("kind." + kind.id()));
            for (Cause cause : Fixtures.CATALOGUE.causes()) {
                String ofKind = "cause." + cause.id() + "." + kind.id();
                boolean own = !TEXTS.numbered(ofKind + ".action").isEmpty();
                assertThat(cause.quickActions().in(kind))
                        .as(ofKind)
                        .isEqualTo(spokenOf(own ? ofKind : "cause." + cause.id()));
            }
        }
        for (String id : CHECKS) {
            CheckFindings check = Fixtures.CATALOGUE.check(id);
            check.findings().keySet().forEach(finding -> assertThat(check.quickActions(finding))
                    .as(id + "." + finding)
                    .isEqualTo(spokenOf("check." + id + "." + finding)));
        }
    }

    private static Set<QuickAction> spokenOf(String entry) {
        String advice = String.join(" ", TEXTS.numbered(entry + ".action"));
        return SPOKEN_OF.entrySet().stream()
                .filter(words -> advice.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** What is offered for an example of each cause, and for each step's failure of which nothing is known. */
    private static List<String> offers(Explainer explainer, Locale locale) {
        Stream<ErrorExample> errors = Stream.concat(
                Fixtures.CATALOGUE.causes().stream()
                        .map(cause -> cause.examples().get(0)),
                Fixtures.CATALOGUE.steps().stream()
                        .map(step -> new ErrorExample(step.names().get(0), "???")));
        return errors.flatMap(error -> Stream.of(RollbackNeed.values())
                        .map(need -> explainer.explain(
                                error.step(),
                                FailedOperation.of(OperationType.TEST_FAILOVER, need),
                                error.error(),
                                locale)))
                .map(QuickActionDataTest::offer)
                .toList();
    }

    private static String offer(Explanation explanation) {
        return explanation.cause() + " " + explanation.actions();
    }

    /** The built-in catalogue, in which nobody is called an administrator. */
    private static Catalogue inOtherWords() {
        String messages = CatalogueFiles.text("messages.properties")
                .lines()
                .filter(line -> !line.startsWith("check."))
                .collect(Collectors.joining("\n"))
                .replace("administrator", "colleague");
        return new Catalogue(
                CatalogueFiles.reader("causes.json"),
                CatalogueFiles.reader("kinds.json"),
                CatalogueFiles.reader("steps.json"),
                CatalogueFiles.reader("fact-answers.json"),
                new StringReader(messages));
    }
}
