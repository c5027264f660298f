package io.clearover.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Headers that a server may believe, with what they shouldn't say. */
final class HeaderMutations {

    /** The container itself reads them, before any application is reached. */
    private static final Set<String> OF_THE_CONTAINER = Set.of(
            "Content-Length",
            "Transfer-Encoding",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto");

    private HeaderMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        HeaderValues.all()
                .forEach((name, values) -> values.forEach(value -> all.add(Mutation.of(
                        "header: %s: %s".formatted(name, shortened(value)), draft -> draft.header(name, value)))));
        HeaderValues.all().keySet().forEach(name -> {
            all.add(Mutation.of("header: without " + name, draft -> draft.without(name)));
            all.add(Mutation.of("header: 16 kB of " + name, draft -> draft.header(name, "v".repeat(16_000))));
        });
        OddTexts.all().forEach((name, text) -> {
            if (Stream.of("\r", "\n", "\0").noneMatch(text::contains)) {
                all.add(new Mutation(
                        "header: one is " + name, (draft, dice) -> with(name(draft, dice), OddTexts.raw(text), draft)));
            }
        });
        return all;
    }

    private static void with(String name, String value, Draft draft) {
        draft.header(name, value);
        if (OF_THE_CONTAINER.contains(name)) {
            draft.excuse(Excuse.BROKEN_HEAD);
        }
    }

    /** One that the operation reads, if there is one. */
    private static String name(Draft draft, Dice dice) {
        List<String> read = draft.target().parameters("header");
        return read.isEmpty() || dice.oneIn(3)
                ? dice.oneOf(List.copyOf(HeaderValues.all().keySet()))
                : dice.oneOf(read);
    }

    private static String shortened(String text) {
        return text.length() > 50 ? text.substring(0, 50) + "… (" + text.length() + ")" : text;
    }
}
