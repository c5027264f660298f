package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    @Test
    void the_errors_labelled_by_others_are_explained_truly() throws IOException {
        assumeTrue(Files.exists(SHARED), () -> "SKIPPED: there is no " + SHARED.toAbsolutePath());
        List<LabelledError> errors = LabelledError.all(Files.readString(SHARED));
        print("first half", errors, LabelledError::isInFirstHalf).misses().forEach(System.out::println);
        Score second = print("second half", errors, error -> !error.isInFirstHalf());
        if (Boolean.getBoolean("score.second")) {
            second.misses().forEach(System.out::println);
        }

        hold(print("all", errors, error -> true));
    }

    private static Score print(String name, List<LabelledError> errors, Predicate<LabelledError> which) {
        Score score = new Score(errors.stream().filter(which).toList());
        score.figures().forEach(line -> System.out.println(name + ": " + line));
        return score;
    }

    private static void hold(Score score) {
        assertThat(score.leaking()).as("leaks").isZero();
    }
}
