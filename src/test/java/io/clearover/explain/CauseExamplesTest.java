package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.ErrorExample;
import io.clearover.explain.matching.CauseRule;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples and counter-examples that stand beside each cause in the catalogue. */
class CauseExamplesTest {
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
