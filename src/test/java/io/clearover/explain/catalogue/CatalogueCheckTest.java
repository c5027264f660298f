package io.clearover.explain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.StringReader;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A catalogue that is not right is refused with the entry, the field and the reason. */
class CatalogueCheckTest {
    private static final String CAUSE =
            """
            [{"id":"no-space","category":"storage","severity":"error","retryable":false,"needs":{},"quick_actions":[],
              "patterns":["no space left"],"examples":["write: no space left on device"]}]
            """;
    private static final String KINDS = "[{\"id\":\"other\",\"category\":\"platform\",\"quick_actions\":[]}]";
    private static final String STEPS =
            """
            [{"slug":"additional-step","names":["additional-step"],"category":"execution","kind":"other"}]
            """;
    private static final String MESSAGES =
            """
            failed.any=Operation failed
            failed.replication=Replication failed
            failed.test_failover=Test failover failed
            failed.live_failover=Live failover failed
            failed.rollback=Rollback failed
            phrase.again.test_failover=Start the test failover again.
            step.additional-step.name=Additional Step
            step.additional-step.description=An additional step.
            kind.other.reason=Something went wrong.
            kind.other.action.1=Wait a few minutes.
            cause.no-space.summary=no space
            cause.no-space.reason=The storage is full.
            cause.no-space.action.1=Free some space.
            """;

    @Test
    void a_catalogue_that_is_right_is_read() {
        assertThatNoException().isThrownBy(() -> read(CAUSE, MESSAGES));
    }

    @ParameterizedTest
    @MethodSource("io.clearover.explain.catalogue.Catalogue#languages")
    void all_texts_of_the_product_are_plain(Locale locale) {
        MessageBundle texts = new Catalogue().texts(locale);
        PlainLanguage language = new PlainLanguage();

        assertThat(texts.all())
                .allSatisfy((key, text) ->
                        assertThat(language.problemWith(text)).as(key).isEmpty());
    }

    @Test
    void an_unknown_category_is_refused() {
        refused(
                CAUSE.replace("storage", "stoarge"),
                MESSAGES,
                "cause no-space, category: unknown value \"stoarge\"; use one of compatibility, network, storage,"
                        + " platform, connectivity, configuration");
    }

    @Test
    void an_unknown_field_is_refused() {
        refused(CAUSE.replace("retryable", "retriable"), MESSAGES, "cause no-space, retriable: unknown field");
    }

    @Test
    void a_pattern_that_is_no_expression_is_refused() {
        refused(CAUSE.replace("no space left", "no space (?<left"), MESSAGES, "cause no-space, patterns: ");
    }

    @Test
    void a_pattern_that_only_backtracking_could_match_is_refused() {
        refused(CAUSE.replace("no space left", "no space (?=left)"), MESSAGES, "cause no-space, patterns: not a valid");
    }

    @Test
    void a_pattern_without_literal_text_is_refused() {
        refused(CAUSE.replace("no space left", ".*"), MESSAGES, "cause no-space, patterns: needs at least 4 literal");
    }

    @Test
    void a_pattern_in_upper_case_is_refused() {
        refused(
                CAUSE.replace("no space left", "No space"),
                MESSAGES,
                "cause no-space, patterns: texts are compared in lower");
    }

    @Test
    void a_cause_without_an_example_is_refused() {
        refused(
                CAUSE.replace("[\"write: no space left on device\"]", "[]"),
                MESSAGES,
                "cause no-space, examples: at least one is needed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                                                             | quick_actions: is missing; may be empty
            "quick_actions":["call_help"],                                 | quick_actions: unknown value "call_help"; use one of retry
            "quick_actions":["retry"],                                     | quick_actions: retry goes with what is retryable
            "quick_actions":["open_preflight"],                            | quick_actions: open_preflight goes with the kind of step
            "quick_actions":[],"quick_actions_by_kind":{"othr":[]},        | quick_actions_by_kind: unknown
            "quick_actions":[],"quick_actions_by_kind":{"other":"retry"},  | quick_actions_by_kind.other: must be a list
            "quick_actions":[],"quick_actions_by_kind":{"other":["retry"]},| quick_actions_by_kind.other: retry goes with
            "quick_actions_by_kind":{"other":["roll_back"]},               | quick_actions: is missing beside quick_actions_by_kind
            """)
    void a_cause_without_usable_quick_actions_is_refused(String actions, String why) {
        refused(CAUSE.replace("\"quick_actions\":[],", actions), MESSAGES, "cause no-space, " + why);
    }

    @Test
    void a_step_kind_without_quick_actions_is_refused() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> new Catalogue(
                        new StringReader(CAUSE),
                        new StringReader(KINDS.replace(",\"quick_actions\":[]", "")),
                        new StringReader(STEPS),
                        new StringReader("[]"),
                        new StringReader(MESSAGES)))
                .withMessageContaining("step kind other, quick_actions: is missing");
    }

    @Test
    void a_built_in_cause_that_does_not_say_which_facts_it_needs_is_refused() {
        refused(CAUSE.replace("\"needs\":{},", ""), MESSAGES, "cause no-space, needs: is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"object":["volume"]} | needs.object: unknown value "volume"
            {"sides":["source"]}  | needs.sides: unknown field
            {"side":"source"}     | needs.side: must be a list
            """)
    void facts_that_there_are_not_are_refused(String needs, String why) {
        refused(CAUSE.replace("\"needs\":{}", "\"needs\":" + needs), MESSAGES, "cause no-space, " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [{"object":["disk"],"category":"storage","retryable":false}] | fact answers, last: must hold for all facts
            [{"category":"platform","retryable":false}]                 | fact answers, fact.
            [{"kinds":["othr"],"category":"platform","retryable":false}] | fact answers, kinds: unknown step kind
            """)
    void a_table_of_facts_with_a_gap_is_refused(String factAnswers, String why) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read(CAUSE, STEPS, factAnswers, MESSAGES))
                .withMessageContaining(why);
    }

    @Test
    void two_causes_of_one_id_are_refused() {
        String cause = CAUSE.strip().substring(1, CAUSE.strip().length() - 1);

        refused("[" + cause + "," + cause + "]", MESSAGES, "cause no-space, id: is there twice");
    }

    @Test
    void a_missing_text_is_refused() {
        refused(
                CAUSE,
                MESSAGES.replace("cause.no-space.reason=The storage is full.", ""),
                "cause no-space, cause.no-space.reason: the text is missing");
    }

    @Test
    void a_cause_without_a_next_step_is_refused() {
        refused(
                CAUSE,
                MESSAGES.replace("cause.no-space.action.1=Free some space.", ""),
                "cause no-space, cause.no-space.action.1: no next step");
    }

    @Test
    void a_next_step_that_only_some_operations_have_is_not_enough() {
        refused(
                CAUSE,
                MESSAGES.replace("cause.no-space.action.1=Free some space.", "cause.no-space.action.1={again}"),
                "cause no-space, cause.no-space.action.1: no next step for the operation replication");
    }

    @Test
    void jargon_is_refused() {
        refused(
                CAUSE,
                MESSAGES.replace("The storage is full.", "The hypervisor is full."),
                "messages, cause.no-space.reason: contains the jargon");
    }

    @Test
    void a_text_with_a_device_is_refused() {
        refused(
                CAUSE,
                MESSAGES.replace("The storage is full.", "Disk /dev/vdc is full."),
                "messages, cause.no-space.reason: contains something technical");
    }

    @Test
    void a_key_that_nothing_uses_is_refused() {
        refused(
                CAUSE,
                MESSAGES + "cause.no-spade.reason=Full.\n",
                "messages, cause.no-spade.reason: nothing uses this key");
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        refused(CAUSE, MESSAGES + "failed.any=Failed\n", "messages, failed.any: the key is there twice");
    }

    @Test
    void an_unknown_phrase_is_refused() {
        refused(
                CAUSE,
                MESSAGES + "cause.no-space.action.2=Wait. {agian}\n",
                "messages, cause.no-space.action.2: unknown phrase {agian}");
    }

    @Test
    void a_phrase_that_is_never_closed_is_refused() {
        refused(
                CAUSE,
                MESSAGES + "cause.no-space.action.2=Wait. {again\n",
                "messages, cause.no-space.action.2: the phrase {again is not closed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                             | is missing
            ,"typical_seconds":[]          | is missing
            ,"typical_seconds":[30]        | must be the least and the most seconds it usually takes, not [30]
            ,"typical_seconds":[30,20]     | must be the least and the most seconds it usually takes, not [30, 20]
            ,"typical_seconds":[0,20]      | must be the least and the most seconds it usually takes, not [0, 20]
            ,"typical_seconds":[1,2.5]     | must hold whole numbers, not 2.5
            ,"typical_seconds":[1,"2"]     | must hold whole numbers, not "2"
            ,"typical_seconds":60          | must be a list, not 60
            """)
    void a_step_without_a_usable_typical_duration_is_refused(String duration, String why) {
        String steps = STEPS.strip().substring(0, STEPS.strip().length() - 1)
                + ",{\"slug\":\"saving\",\"names\":[\"save\"],\"category\":\"execution\",\"kind\":\"other\"" + duration
                + "}]";
        String messages = MESSAGES + "step.saving.name=Saving\nstep.saving.description=Saves.\n";

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read(CAUSE, steps, messages))
                .withMessageContaining("Explanation catalogue: step saving, typical_seconds: " + why);
    }

    @Test
    void a_file_that_is_not_json_is_refused() {
        refused("{]", MESSAGES, "causes, file: is not a JSON list");
    }

    @Test
    void a_kind_of_step_that_advises_what_it_would_never_offer_is_refused() {
        String advising = KINDS.replace("[]", "[\"start_without_final_sync\"]");

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> new Catalogue(
                        new StringReader(CAUSE),
                        new StringReader(advising),
                        new StringReader(STEPS),
                        new StringReader("[]"),
                        new StringReader(MESSAGES)))
                .withMessageContaining("step kind other, helped_by: lacks start_without_final_sync");
    }

    private static void refused(String causes, String messages, String why) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read(causes, messages))
                .withMessageContaining("Explanation catalogue: " + why);
    }

    private static Catalogue read(String causes, String messages) {
        return read(causes, STEPS, messages);
    }

    private static Catalogue read(String causes, String steps, String messages) {
        return read(causes, steps, "[]", messages);
    }

    private static Catalogue read(String causes, String steps, String factAnswers, String messages) {
        return new Catalogue(
                new StringReader(causes),
                new StringReader(KINDS),
                new StringReader(steps),
                new StringReader(factAnswers),
                new StringReader(messages));
    }
}
