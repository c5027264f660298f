package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLanguageTest {
    private static final Set<String> IMPERATIVES = Set.of(
            "Ask", "Check", "Contact", "Do", "Ensure", "Free", "If", "Install", "Look", "Or", "Power", "Reload",
            "Remove", "Roll", "Run", "Shut", "Start", "Switch", "Turn", "Verify", "Wait");

    private final PlainLanguage language = new PlainLanguage();

    @Test
    void every_text_of_the_catalogue_is_plain() {
        Fixtures.CATALOGUE.texts().all().forEach((key, text) -> assertThat(language.problemWith(text))
                .as(key)
                .isEmpty());
    }

    @Test
    void every_next_step_tells_its_reader_what_to_do() {
        Stream<String> steps = Fixtures.CATALOGUE.causes().stream()
                .flatMap(cause -> Fixtures.CATALOGUE.kinds().values().stream().flatMap(kind -> new Wording(
                                Fixtures.CATALOGUE.texts(), kind, OperationType.TEST_FAILOVER, Leftover.NONE)
                        .actions(cause).stream()))
                .distinct();

        assertThat(steps).allSatisfy(step -> {
            assertThat(IMPERATIVES).as(step).contains(step.split(" ")[0]);
            assertThat(step).endsWith(".");
        });
    }

    @Test
    void the_administrator_is_never_the_first_resort_where_the_generic_answer_knows_better() {
        for (StepKind kind : Fixtures.CATALOGUE.kinds().values()) {
            Wording wording = new Wording(Fixtures.CATALOGUE.texts(), kind, OperationType.TEST_FAILOVER, Leftover.NONE);
            assertThat(wording.genericActions().get(0)).as(kind.id()).doesNotContain("administrator");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The hypervisor is full.",
                "Check the DNS.",
                "Look at virt-v2v.",
                "The OMA failed.",
                "Check /var/log/messages.",
                "Needs KVM.",
                "Ask for an API key."
            })
    void jargon_and_technical_detail_are_found(String text) {
        assertThat(language.problemWith(text)).isPresent();
    }

    @Test
    void a_sentence_of_more_than_25_words_is_found() {
        assertThat(language.problemWith("word ".repeat(25).strip() + ".")).isEmpty();
        assertThat(language.problemWith("word ".repeat(26).strip() + ".")).isPresent();
    }

    @Test
    void kvm_is_allowed_where_the_job_sheet_uses_it() {
        assertThat(language.problemWith("Preparing Drivers for KVM")).isEmpty();
        assertThat(language.problemWith("This VM has no KVM drivers.")).isEmpty();
    }
}
