package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepKind;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.Facts;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.rawtext.Redaction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever text is thrown at it, the explainer answers from the catalogue. Each run tries the same texts: another {@link
 * #SEED}, and other ones.
 */
class AnyTextTest {
    private static final int TRIES = 1_000;
    private static final String SEED = "11";
    /** Shorter fragments occur in any two texts by chance. */
    private static final int FRAGMENT = 4;

    private static final List<FieldError> FIELD_ERRORS = FieldError.all();
    private static final Set<String> CAUSES = Stream.concat(
                    Fixtures.CATALOGUE.causes().stream().map(Cause::id), Stream.of(Explanation.UNRECOGNIZED))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<Facts> ALL_FACTS = allFacts();
    private static final Set<String> CATALOGUE_TEXTS = catalogueTexts();
    private static final String OWN_WORDS = String.join("\n", CATALOGUE_TEXTS).toLowerCase(Locale.ROOT);

    @Property(tries = TRIES, seed = SEED)
    void arbitrary_text_is_answered_from_the_catalogue(
            @ForAll String text, @ForAll("steps") String step, @ForAll OperationType operation) {
        answered(step, operation, text);
    }

    @Property(tries = TRIES, seed = SEED)
    void changed_field_errors_are_answered_from_the_catalogue(
            @ForAll("changed") String text, @ForAll("steps") String step, @ForAll OperationType operation) {
        answered(step, operation, text);
    }

    @Property(tries = TRIES, seed = SEED)
    void field_errors_in_a_row_are_answered_from_the_catalogue(
            @ForAll("rows") String text, @ForAll("steps") String step, @ForAll OperationType operation) {
        answered(step, operation, text);
    }

    @Property(tries = TRIES, seed = SEED)
    void redaction_takes_any_text(@ForAll("changed") String text) {
        Redaction redaction = new Redaction();

        assertThat(redaction.redact(text)).isNotNull();
    }

    private static void answered(String step, OperationType operation, String text) {
        Explanation answer = Fixtures.EXPLAINER.explain(step, operation, text);

        assertThat(answer.cause())
                .satisfiesAnyOf(cause -> assertThat(CAUSES).contains(cause), cause -> assertThat(cause)
                        .startsWith("fact-"));
        assertThat(answer.actionableSteps()).isNotEmpty();
        assertThat(CATALOGUE_TEXTS).containsAll(texts(answer));
        String input = text.toLowerCase(Locale.ROOT);
        assertThat(texts(answer)).allSatisfy(said -> assertThat(fragments(said.toLowerCase(Locale.ROOT)))
                .filteredOn(input::contains)
                .allMatch(OWN_WORDS::contains));
    }

    private static List<String> texts(Explanation answer) {
        return Stream.concat(Stream.of(answer.userMessage(), answer.reason()), answer.actionableSteps().stream())
                .toList();
    }

    private static Stream<String> fragments(String text) {
        return IntStream.rangeClosed(0, text.length() - FRAGMENT).mapToObj(at -> text.substring(at, at + FRAGMENT));
    }

    /** All that the catalogue can say, in whatever step and operation. */
    private static Set<String> catalogueTexts() {
        Stream<String> ofSteps = Fixtures.CATALOGUE.kinds().values().stream().flatMap(kind -> operations()
                .flatMap(operation ->
                        texts(new MessageSelector(Fixtures.CATALOGUE.texts(), kind, FailedOperation.of(operation)))));
        return Stream.concat(ofSteps, saidOfFacts()).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> texts(MessageSelector selector) {
        Stream<String> generic = Stream.concat(
                Stream.of(selector.failed(), selector.genericReason()), selector.genericActions().stream());
        Stream<String> specific = Fixtures.CATALOGUE.causes().stream()
                .flatMap(cause -> Stream.concat(
                        Stream.of(selector.message(cause), selector.reason(cause)), selector.actions(cause).stream()));
        Stream<String> composed = ALL_FACTS.stream()
                .filter(facts -> facts.side() == null)
                .map(facts -> selector.message(selector.words(facts)));
        return Stream.of(generic, specific, composed).flatMap(texts -> texts);
    }

    /** What is said of facts after the message, whatever the step. */
    private static Stream<String> saidOfFacts() {
        StepKind kind = Fixtures.CATALOGUE.kind(Catalogue.OTHER);
        return operations()
                .map(operation -> new MessageSelector(Fixtures.CATALOGUE.texts(), kind, FailedOperation.of(operation)))
                .flatMap(selector -> ALL_FACTS.stream()
                        .map(selector::words)
                        .flatMap(words ->
                                Stream.concat(Stream.of(words.reason()), selector.actions(words, true).stream())));
    }

    /** Of each object all that can be wrong with it, at each side and at none. */
    private static List<Facts> allFacts() {
        return Arrays.stream(FaultObject.values())
                .flatMap(object -> withNull(Condition.values()).flatMap(condition -> withNull(Side.values())
                        .map(side -> new Facts(side, object, condition, null))))
                .toList();
    }

    private static <E> Stream<E> withNull(E[] values) {
        return Stream.concat(Arrays.stream(values), Stream.of((E) null));
    }

    private static Stream<OperationType> operations() {
        return Stream.concat(Arrays.stream(OperationType.values()), Stream.of((OperationType) null));
    }

    @Provide
    Arbitrary<String> steps() {
        List<String> names = Fixtures.CATALOGUE.steps().stream()
                .flatMap(step -> step.names().stream())
                .toList();
        return Arbitraries.oneOf(Arbitraries.of(names), Arbitraries.of("foo-bar-baz", "/dev/vdb", ""))
                .injectNull(0.05);
    }

    /** A field error with a part cut out, strange text put in, in another case or encoding. */
    @Provide
    Arbitrary<String> changed() {
        return Combinators.combine(
                        Arbitraries.of(FIELD_ERRORS),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.strings().ofMaxLength(40),
                        Arbitraries.integers().between(0, 4))
                .as((error, at, cut, insert, encoding) -> encoded(encoding, replaced(error.error(), at, cut, insert)));
    }

    private static String replaced(String text, int at, int cut, String insert) {
        int from = Math.min(at, text.length());
        int to = Math.min(from + cut, text.length());
        return text.substring(0, from) + insert + text.substring(to);
    }

    private static String encoded(int encoding, String text) {
        return switch (encoding) {
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> "{\"errortext\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
            case 3 -> "\u001b[31m" + text.replace(" ", "\u001b[0m \u001b[1m");
            case 4 -> text.replace(' ', '\n');
            default -> text;
        };
    }

    @Provide
    Arbitrary<String> rows() {
        return Combinators.combine(
                        Arbitraries.of(FIELD_ERRORS)
                                .map(FieldError::error)
                                .list()
                                .ofMinSize(2)
                                .ofMaxSize(6),
                        Arbitraries.of(": ", "\n", "\nCaused by: ", "", " | "))
                .as((errors, between) -> String.join(between, errors));
    }
}
