package io.clearover.explain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator's own file adds and replaces causes; a broken one is reported, and the built-in catalogue serves on. */
class OperatorFileTest {
    static final String ROBOT =
            """
            [{"id":"tape-robot-busy","category":"storage","severity":"warning","retryable":true,
              "patterns":["tape robot .{0,20}busy"],"examples":["E17: tape robot 2 is busy"],
              "texts":{"en":{"summary":"the tape library is busy","reason":"The tape library is busy.",
                "actions":["Wait a few minutes. {again}"],
                "steps":{"attachment":{"message":"The tape library holds the volume"}}}}}]
            """;
    private static final String ERROR = "attach: E17: tape robot 2 is busy";

    @TempDir
    Path dir;

    @Test
    void a_new_cause_is_explained_in_its_own_words() {
        Catalogue catalogue = read(ROBOT);

        Explanation answer = explain(catalogue, "validation", ERROR);

        assertThat(catalogue.operatorFile().problems()).isEmpty();
        assertThat(catalogue.operatorFile().causes()).containsExactly("tape-robot-busy");
        assertThat(answer.cause()).isEqualTo("tape-robot-busy");
        assertThat(answer.userMessage()).isEqualTo("Pre-flight validation failed - the tape library is busy");
        assertThat(answer.actionableSteps()).containsExactly("Wait a few minutes. Start the test failover again.");
        assertThat(explain(catalogue, "volume-attachment", ERROR).userMessage())
                .isEqualTo("The tape library holds the volume");
    }

    @Test
    void a_cause_with_the_id_of_a_built_in_one_takes_its_place_and_keeps_its_texts() {
        Catalogue catalogue = read(
                """
                [{"id":"volume-in-use","category":"platform","severity":"critical","retryable":false,
                  "patterns":["disk is borrowed"],"examples":["E18: disk is borrowed"]}]
                """);

        Explanation answer = explain(catalogue, "volume-attachment", "E18: disk is borrowed");

        assertThat(answer.cause()).isEqualTo("volume-in-use");
        assertThat(answer.category()).isEqualTo(Category.PLATFORM);
        assertThat(answer.reason()).isEqualTo("The volume is already in use.");
        assertThat(catalogue.causes()).hasSameSizeAs(Fixtures.CATALOGUE.causes());
    }

    @Test
    void what_the_operator_says_only_in_english_is_said_in_english_to_everybody() {
        Catalogue catalogue = read(ROBOT);

        assertThat(new Explainer(catalogue, new StepCatalogue(catalogue))
                        .explain("validation", OperationType.TEST_FAILOVER, ERROR, Locale.GERMAN))
                .isEqualTo(explain(catalogue, "validation", ERROR));
    }

    @Test
    void the_known_causes_include_it_and_what_it_replaces() {
        Catalogue catalogue = read(
                """
                [%s,
                 {"id":"volume-in-use","category":"platform","severity":"critical","retryable":false,
                  "patterns":["disk is borrowed"],"examples":["E18: disk is borrowed"]}]"""
                        .formatted(entry(ROBOT)));

        Explanation added = known(catalogue, "tape-robot-busy");
        Explanation replaced = known(catalogue, "volume-in-use");

        assertThat(added.userMessage()).isEqualTo("Operation failed - the tape library is busy");
        assertThat(replaced.category()).isEqualTo(Category.PLATFORM);
        assertThat(replaced.reason()).isEqualTo("The volume is already in use.");
        assertThat(new Explainer(catalogue, new StepCatalogue(catalogue)).known(Locale.ENGLISH))
                .hasSize(Fixtures.CATALOGUE.causes().size() + 1);
    }

    /** The guide is made from the built-in texts, so it has nothing on what the operator says in own words. */
    @Test
    void only_a_cause_in_built_in_words_links_to_the_guide() {
        String own = entry(ROBOT);
        Catalogue catalogue = read(
                """
                [%s, %s,
                 {"id":"volume-in-use","category":"platform","severity":"critical","retryable":false,
                  "patterns":["disk is borrowed"],"examples":["E18: disk is borrowed"]}]"""
                        .formatted(
                                own,
                                own.replace("tape-robot-busy", "storage-full").replace("tape robot", "tape box")));

        assertThat(catalogue.operatorFile().problems()).isEmpty();
        assertThat(known(catalogue, "tape-robot-busy").documentation()).isNull();
        assertThat(known(catalogue, "storage-full").documentation()).isNull();
        assertThat(known(catalogue, "volume-in-use").documentation()).endsWith("#volume-in-use");
        assertThat(explain(catalogue, "validation", ERROR).documentation()).isNull();
    }

    @Test
    void a_cause_that_names_its_quick_actions_offers_these_in_whatever_words() {
        Catalogue catalogue = read(ROBOT.replace(
                "\"retryable\":true,",
                "\"retryable\":true,\"quick_actions\":[],\"quick_actions_by_kind\":{\"attachment\":[\"roll_back\"]},"));

        assertThat(catalogue.operatorFile().problems()).isEmpty();
        assertThat(explain(catalogue, "vm-creation", ERROR).actions()).containsExactly(QuickAction.RETRY);
        assertThat(explain(catalogue, "volume-attachment", ERROR).actions()).containsExactly(QuickAction.ROLL_BACK);
    }

    @Test
    void a_cause_that_names_none_offers_what_its_phrases_stand_for_and_the_administrator() {
        Catalogue catalogue = read(ROBOT.replace("\"message\":", "\"actions\":[\"{roll-back}\"],\"message\":"));

        assertThat(explain(catalogue, "vm-creation", ERROR).actions())
                .containsExactly(QuickAction.RETRY, QuickAction.CONTACT_ADMIN);
        assertThat(explain(catalogue, "volume-attachment", ERROR).actions())
                .containsExactly(QuickAction.ROLL_BACK, QuickAction.CONTACT_ADMIN);
    }

    @Test
    void a_cause_that_keeps_the_built_in_texts_keeps_their_quick_actions_too() {
        Catalogue catalogue = read(
                """
                [{"id":"cleanup-required","category":"storage","severity":"error","retryable":false,
                  "patterns":["robot wants a clean room"],"examples":["E19: robot wants a clean room"]}]
                """);

        assertThat(explain(catalogue, "vm-creation", "E19: robot wants a clean room")
                        .actions())
                .containsExactly(QuickAction.ROLL_BACK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "storage"                | "stoarge"              | cause tape-robot-busy, category: unknown value "stoarge"; use one of
            "retryable"              | "retriable"            | cause tape-robot-busy, retriable: unknown field; known are
            robot .{0,20}busy        | robot (?=busy)         | cause tape-robot-busy, patterns: not a valid expression
            "en"                     | "tlh"                  | cause tape-robot-busy, texts: unknown language "tlh"
            The tape library is busy.| Look at /dev/st0 now.  | cause tape-robot-busy, texts.en.reason: contains something technical
            holds the volume         | holds the LUN          | cause tape-robot-busy, texts.en.steps.attachment.message: contains the jargon
            "attachment"             | "attatchment"          | messages, cause.tape-robot-busy.attatchment.message: nothing uses this key
            {again}                  | {agian}                | messages, cause.tape-robot-busy.action.1: unknown phrase {agian}
            ,"reason":"The           | ,"why":"The            | cause tape-robot-busy, texts.en.why: unknown field
            tape robot 2 is busy     | connection refused     | cause tape-robot-busy, examples[0]: is explained by the cause connection-refused instead
            """)
    void a_broken_file_is_reported_with_entry_field_and_reason(String right, String wrong, String problem) {
        Catalogue catalogue = read(ROBOT.replace(right, wrong));

        assertThat(catalogue.operatorFile().problems()).singleElement().satisfies(said -> assertThat(said)
                .contains(problem));
        assertThat(catalogue.operatorFile().causes()).isEmpty();
        assertThat(catalogue.causes()).hasSameSizeAs(Fixtures.CATALOGUE.causes());
        assertThat(explain(catalogue, "validation", "insufficient capacity").cause())
                .isEqualTo("insufficient-capacity");
    }

    @Test
    void all_broken_entries_are_reported_at_once() {
        Catalogue catalogue = read("[{\"id\":\"one\"},{\"id\":\"two\"},3]");

        assertThat(catalogue.operatorFile().problems())
                .containsExactly(
                        "Explanation catalogue: cause one, category: is missing; use one of compatibility, network,"
                                + " storage, platform, connectivity, configuration",
                        "Explanation catalogue: cause two, category: is missing; use one of compatibility, network,"
                                + " storage, platform, connectivity, configuration",
                        "Explanation catalogue: cause, entry: must be an object, not 3");
    }

    @Test
    void an_id_that_is_there_twice_is_reported() {
        String robot = entry(ROBOT);

        assertThat(read("[" + robot + "," + robot + "]").operatorFile().problems())
                .containsExactly("Explanation catalogue: cause tape-robot-busy, id: is there twice");
    }

    @Test
    void a_new_cause_without_english_texts_is_reported() {
        String withoutTexts = ROBOT.substring(0, ROBOT.indexOf(",\n  \"texts\"")) + "}]";

        assertThat(read(withoutTexts).operatorFile().problems())
                .containsExactly("Explanation catalogue: cause tape-robot-busy, cause.tape-robot-busy.summary:"
                        + " the text is missing");
    }

    @Test
    void a_file_that_is_no_json_or_no_text_is_reported() throws IOException {
        assertThat(read("{]").operatorFile().problems()).singleElement().satisfies(said -> assertThat(said)
                .contains("causes, file: is not a JSON list"));

        Path latin1 = dir.resolve("latin1.json");
        Files.write(latin1, "[\"\u00e4\"]".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(CatalogueProducer.catalogue(Optional.of(latin1.toString()))
                        .operatorFile()
                        .problems())
                .singleElement()
                .satisfies(said -> assertThat(said).contains("cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.json", ".", "\0"})
    void a_file_that_cannot_be_read_is_reported(String name) {
        Catalogue catalogue = CatalogueProducer.catalogue(Optional.of(dir + "/" + name));

        assertThat(catalogue.operatorFile().problems()).singleElement().satisfies(said -> assertThat(said)
                .contains("file: cannot be read"));
    }

    @Test
    void without_a_file_there_is_nothing_to_report() {
        assertThat(CatalogueProducer.catalogue(Optional.empty()).operatorFile()).isEqualTo(OperatorFile.NONE);
    }

    /** The one entry of a file. */
    private static String entry(String file) {
        return file.strip().substring(1, file.strip().length() - 1);
    }

    private static Explanation known(Catalogue catalogue, String cause) {
        return new Explainer(catalogue, new StepCatalogue(catalogue))
                .known(Locale.ENGLISH).stream()
                        .filter(explanation -> explanation.cause().equals(cause))
                        .findFirst()
                        .orElseThrow();
    }

    private Catalogue read(String json) {
        Path file = dir.resolve("own.json");
        try {
            Files.writeString(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CatalogueProducer.catalogue(Optional.of(file.toString()));
    }

    private static Explanation explain(Catalogue catalogue, String step, String error) {
        return new Explainer(catalogue, new StepCatalogue(catalogue)).explain(step, OperationType.TEST_FAILOVER, error);
    }
}
