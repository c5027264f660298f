package io.clearover.explain;

import com.google.re2j.Pattern;
import io.clearover.explain.LabelledError.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How true the answers to labelled errors are: what is stated, and of that what is right and what is false. */
final class Score {

    private final List<Answer> answers;

    Score(List<LabelledError> errors) {
        this.answers = errors.stream()
                .map(error -> new Answer(error, Fixtures.EXPLAINER.explain(error.step(), null, error.error())))
                .toList();
    }

    private record Answer(LabelledError error, Explanation explanation) {

        boolean isSpecific() {
            return !explanation.cause().equals(Explanation.UNRECOGNIZED);
        }

        boolean isCategoryRight() {
            return error.category().allows(explanation.category().jsonName());
        }

        boolean promisesWrongly() {
            return explanation.retryable() && error.retryHelps().equals("no");
        }

        boolean refusesWrongly() {
            return !explanation.retryable() && error.retryHelps().equals("yes");
        }

        boolean isTooSpecific() {
            return error.tellsNothing() && isSpecific();
        }

        boolean leaks() {
            return error.leaks().stream().anyMatch(fragment -> texts().anyMatch(text -> holds(text, fragment)));
        }

        private Stream<String> texts() {
            return Stream.concat(
                    Stream.of(explanation.userMessage(), explanation.reason(), explanation.cause()),
                    explanation.actionableSteps().stream());
        }

        /** As a whole word; a short one in its own case. */
        private static boolean holds(String text, String fragment) {
            String flags = fragment.length() < 6 ? "" : "(?i)";
            String word = flags + "(?:^|[^\\pL\\pN])" + Pattern.quote(fragment) + "(?:$|[^\\pL\\pN])";
            return Pattern.compile(word).matcher(text).find();
        }
    }

    /** What is read from a text, as the labels call it. */
    enum Fact {
        SIDE(LabelledError::side, Explanation::side),
        OBJECT(LabelledError::object, Explanation::object),
        CONDITION(LabelledError::condition, Explanation::condition);

        private final Function<LabelledError, Label> label;
        private final Function<Explanation, Enum<?>> stated;

        Fact(Function<LabelledError, Label> label, Function<Explanation, Enum<?>> stated) {
            this.label = label;
            this.stated = stated;
        }

        private Label label(Answer answer) {
            return label.apply(answer.error());
        }

        /** Null if nothing is stated. */
        private String stated(Answer answer) {
            Enum<?> value = stated.apply(answer.explanation());
            return value == null ? null : value.name().toLowerCase(Locale.ROOT);
        }

        private boolean isStated(Answer answer) {
            return stated(answer) != null;
        }

        private boolean isFalse(Answer answer) {
            return isStated(answer) && !label(answer).allows(stated(answer));
        }

        private boolean isMissing(Answer answer) {
            return !isStated(answer) && label(answer).isKnown();
        }
    }

    /** Stated and neither the label nor one that is right too, in percent of all errors. */
    double falselyStated(Fact fact) {
        return percent(count(fact::isFalse), answers.size());
    }

    /** In percent of the errors whose label is known. */
    double stated(Fact fact) {
        long known = count(answer -> fact.label(answer).isKnown());
        return percent(known - count(fact::isMissing), known);
    }

    double categoryRight() {
        return percent(count(Answer::isCategoryRight), answers.size());
    }

    /** Errors for which a retry is promised where it can't help. */
    long promisedWrongly() {
        return count(Answer::promisesWrongly);
    }

    /** In percent of the errors for which a retry helps. */
    double refusedWrongly() {
        return percent(
                count(Answer::refusesWrongly),
                count(answer -> answer.error().retryHelps().equals("yes")));
    }

    long leaking() {
        return count(Answer::leaks);
    }

    /** Errors that tell nothing and are answered specifically. */
    long tooSpecific() {
        return count(Answer::isTooSpecific);
    }

    double specific() {
        return percent(count(Answer::isSpecific), answers.size());
    }

    /** All figures, a line each. */
    List<String> figures() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%d errors, specific %.1f %%, category right %.1f %%, retry promised wrongly %d, refused wrongly %.1f %%, too specific %d, leaking %d"
                        .formatted(
                                answers.size(),
                                specific(),
                                categoryRight(),
                                promisedWrongly(),
                                refusedWrongly(),
                                tooSpecific(),
                                leaking()));
        for (Fact fact : Fact.values()) {
            lines.add("%-9s stated %.1f %%, false %.1f %% (%d), missing %d"
                    .formatted(
                            fact.name().toLowerCase(Locale.ROOT),
                            stated(fact),
                            falselyStated(fact),
                            count(fact::isFalse),
                            count(fact::isMissing)));
        }
        return lines;
    }

    /** What is wrong with each answer, a line each. */
    List<String> misses() {
        return answers.stream().flatMap(Score::misses).toList();
    }

    private static Stream<String> misses(Answer answer) {
        List<String> wrong = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            String what = fact.isFalse(answer) ? "false" : fact.isMissing(answer) ? "missing" : null;
            if (what != null) {
                wrong.add("%s %s %s, not %s"
                        .formatted(
                                what, fact.name().toLowerCase(Locale.ROOT), fact.stated(answer), fact.label(answer)));
            }
        }
        if (!answer.isCategoryRight()) {
            wrong.add("category %s, not %s"
                    .formatted(
                            answer.explanation().category().jsonName(),
                            answer.error().category()));
        }
        if (answer.promisesWrongly() || answer.refusesWrongly()) {
            wrong.add("retry %s".formatted(answer.promisesWrongly() ? "promised" : "refused"));
        }
        if (answer.isTooSpecific()) {
            wrong.add("specific, though the text tells nothing");
        }
        return wrong.stream().map(line -> "%s (%s): %s"
                .formatted(answer.error().id(), answer.explanation().cause(), line));
    }

    private long count(Predicate<Answer> which) {
        return answers.stream().filter(which).count();
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
