package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How well the catalogue explains errors as they occur in the field; the figures are printed. */
class FieldErrorsTest {
    private static final List<Answer> ANSWERS = FieldError.all().stream()
            .map(error -> new Answer(error, Fixtures.EXPLAINER.explain(error.step(), null, error.error())))
            .toList();

    private record Answer(FieldError error, Explanation explanation) {
        boolean isRight() {
            return error.rightCategories().anyMatch(explanation.category().jsonName()::equals);
        }

        boolean isSpecific() {
            return !explanation.cause().equals(Explanation.UNRECOGNIZED);
        }

        Stream<String> texts() {
            return Stream.concat(
                    Stream.of(explanation.userMessage(), explanation.reason(), explanation.cause()),
                    explanation.actionableSteps().stream());
        }
    }

    @BeforeAll
    static void print_the_figures() {
        Map<String, List<Answer>> byCategory = ANSWERS.stream()
                .collect(Collectors.groupingBy(answer -> answer.error().category(), TreeMap::new, Collectors.toList()));
        byCategory.forEach((category, answers) -> System.out.printf(
                "%-14s %3d errors, category right %5.1f %%, specific %5.1f %%%n",
                category, answers.size(), percent(answers, Answer::isRight), percent(answers, Answer::isSpecific)));
        ANSWERS.stream()
                .filter(answer -> !answer.isRight() || !answer.isSpecific())
                .forEach(answer -> System.out.printf(
                        "missed %s: %s as %s, not %s%n",
                        answer.error().id(),
                        answer.explanation().cause(),
                        answer.explanation().category().jsonName(),
                        answer.error().rightCategories().toList()));
    }

    @Test
    void the_category_is_right_for_nearly_all() {
        assertThat(percent(ANSWERS, Answer::isRight)).isGreaterThanOrEqualTo(97);
    }

    @Test
    void nearly_all_get_more_than_the_generic_answer() {
        assertThat(percent(ANSWERS, Answer::isSpecific)).isGreaterThanOrEqualTo(95);
    }

    @Test
    void every_answer_has_a_next_step() {
        assertThat(ANSWERS).allSatisfy(answer -> assertThat(answer.explanation().actionableSteps())
                .isNotEmpty());
    }

    @Test
    void no_answer_holds_a_fragment_that_must_not_leak() {
        for (Answer answer : ANSWERS) {
            for (String fragment : answer.error().leaks()) {
                assertThat(answer.texts()).as(answer.error().id()).noneMatch(text -> holds(text, fragment));
            }
        }
    }

    /** As a whole word; a short one in its own case. */
    private static boolean holds(String text, String fragment) {
        String flags = fragment.length() < 6 ? "" : "(?i)";
        String word = flags + "(?:^|[^\\pL\\pN])" + Pattern.quote(fragment) + "(?:$|[^\\pL\\pN])";
        return Pattern.compile(word).matcher(text).find();
    }

    private static double percent(List<Answer> answers, Predicate<Answer> which) {
        return 100.0 * answers.stream().filter(which).count() / answers.size();
    }
}
