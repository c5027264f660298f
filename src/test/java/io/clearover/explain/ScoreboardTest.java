package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clearover.explain.Score.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How true the explanations of labelled errors are; the figures and misses are printed. */
class ScoreboardTest {
    /** Errors labelled by others, beside the project where they are at hand. */
    private static final Path SHARED =
            Path.of(System.getProperty("clearover.basedir", ""), "../shared/corpus/dev.jsonl");

    /** Errors looked up in the sources of tools; they are there to measure, not to write words for. */
    private static final String OWN = "own-errors.jsonl";

    @Test
    void the_errors_labelled_by_others_are_explained_truly() throws IOException {
        assumeTrue(Files.exists(SHARED), () -> "SKIPPED: there is no " + SHARED.toAbsolutePath());
        List<LabelledError> errors =
                JsonLines.of(Files.readString(SHARED)).map(LabelledError::of).toList();
        print("first half", errors, LabelledError::isInFirstHalf);
        print("second half", errors, error -> !error.isInFirstHalf());

        Score all = print("all", errors, error -> true);
        all.misses().forEach(System.out::println);
        hold(all);
    }

    @Test
    void no_explanation_of_the_errors_of_tools_leaks() {
        List<LabelledError> errors =
                JsonLines.ofFile(OWN).map(LabelledError::of).toList();
        Score score = print("errors of tools", errors, error -> true);
        score.misses().forEach(System.out::println);

        assertThat(errors).isNotEmpty();
        assertThat(score.leaking()).isZero();
    }

    private static Score print(String name, List<LabelledError> errors, Predicate<LabelledError> which) {
        Score score = new Score(errors.stream().filter(which).toList());
        score.figures().forEach(line -> System.out.println(name + ": " + line));
        return score;
    }

    private static void hold(Score score) {
        for (Fact fact : Fact.values()) {
            assertThat(score.falselyStated(fact)).as("%s falsely stated", fact).isLessThanOrEqualTo(2);
        }
        assertThat(score.stated(Fact.SIDE)).as("side stated").isGreaterThanOrEqualTo(90);
        assertThat(score.stated(Fact.OBJECT)).as("object stated").isGreaterThanOrEqualTo(85);
        assertThat(score.stated(Fact.CONDITION)).as("condition stated").isGreaterThanOrEqualTo(85);
        assertThat(score.categoryRight()).as("category right").isGreaterThanOrEqualTo(97);
        assertThat(score.promisedWrongly()).as("retry promised wrongly").isZero();
        assertThat(score.refusedWrongly()).as("retry refused wrongly").isLessThanOrEqualTo(5);
        assertThat(score.tooSpecific()).as("too specific").isZero();
        assertThat(score.leaking()).as("leaks").isZero();
    }
}
