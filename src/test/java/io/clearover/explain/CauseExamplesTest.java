package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.ErrorExample;
import io.clearover.explain.matching.CauseRule;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples and counter-examples that stand beside each cause in the catalogue, and those of {@code
 * counter-examples.jsonl}: errors of all kinds, each with the causes that would be a false statement about it.
 */
class CauseExamplesTest {

    /** An error and the slugs of the causes that are never its. */
    private record CounterExample(ErrorExample example, List<String> never) {

        static CounterExample of(JsonObject json) {
            return new CounterExample(
                    new ErrorExample(json.getString("step"), json.getString("error")),
                    json.getJsonArray("never").getValuesAs(JsonString::getString));
        }
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_explained_by_its_cause() {
        return tests(Cause::examples, (cause, example) -> assertThat(causeOf(example))
                .as(example.error())
                .isEqualTo(cause.id()));
    }

    @TestFactory
    Stream<DynamicTest> no_counter_example_is_explained_by_the_cause_it_stands_at() {
        return tests(Cause::counterExamples, (cause, example) -> assertThat(causeOf(example))
                .as(example.error())
                .isNotEqualTo(cause.id()));
    }

    @TestFactory
    Stream<DynamicTest> nothing_false_is_said_of_an_error() {
        return counterExamples()
                .map(counter ->
                        DynamicTest.dynamicTest(counter.example().error(), () -> assertThat(causeOf(counter.example()))
                                .as(counter.example().error())
                                .isNotIn(counter.never())));
    }

    @Test
    void what_is_called_false_are_causes_of_the_catalogue() {
        assertThat(counterExamples().flatMap(counter -> counter.never().stream()))
                .isNotEmpty()
                .isSubsetOf(Fixtures.CATALOGUE.causes().stream().map(Cause::id).toList());
    }

    private static Stream<CounterExample> counterExamples() {
        return JsonLines.ofFile("counter-examples.jsonl").map(CounterExample::of);
    }

    private static String causeOf(ErrorExample example) {
        return Fixtures.EXPLAINER
                .match(example.step(), example.error())
                .map(CauseRule::cause)
                .orElse(Explanation.UNRECOGNIZED);
    }

    private static Stream<DynamicTest> tests(
            Function<Cause, List<ErrorExample>> examples, BiConsumer<Cause, ErrorExample> check) {
        return Fixtures.CATALOGUE.causes().stream().flatMap(cause -> examples.apply(cause).stream()
                .map(example -> DynamicTest.dynamicTest(
                        cause.id() + ": " + example.error(), () -> check.accept(cause, example))));
    }
}
