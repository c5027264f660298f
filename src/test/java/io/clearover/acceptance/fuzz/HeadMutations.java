package io.clearover.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Heads of requests whose lines are none, too many or too long. */
final class HeadMutations {

    private static final List<String> BROKEN = List.of(
            "X-Null: a\0b",
            "X-Control: a\u0001b",
            "X-Escape: \u001b[31m",
            "X-Return: a\rb",
            "X-Feed: a\n" + OddTexts.FORGED + ": x",
            "X-Return: a\r" + OddTexts.FORGED + ": x",
            "X-Fold: a\r\n b",
            " X-Before: a",
            "X-Blank : a",
            "X Blank: a",
            "no colon",
            ":",
            ": a",
            "X-(Name): a",
            "X-N\u00e4me: a",
            "X-\0: a",
            "\tX: a");

    private static final List<String> ODD =
            List.of("X-Empty:", "X-Semicolon: ;", "X-Latin: \u00e4\u00ff\u0080", "X-Tab:\ta\t", "x:y", "X-Colon: :::");

    private HeadMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        BROKEN.forEach(line -> all.add(
                Mutation.of("head: " + readable(line), draft -> draft.line(line).excuse(Excuse.BROKEN_HEAD))));
        ODD.forEach(line -> all.add(Mutation.of("head: " + readable(line), draft -> draft.line(line))));
        all.add(Mutation.of("head: all lines twice", draft -> {
            draft.lines().forEach(draft::line);
            draft.excuse(Excuse.BROKEN_HEAD);
        }));
        all.add(many(190));
        all.add(many(300));
        all.add(many(5_000));
        all.add(Mutation.of("head: a name of 16 kB", draft -> draft.line("X-" + "n".repeat(16_000) + ": x")
                .excuse(Excuse.TOO_LONG_HEAD)));
        all.add(Mutation.of("head: a value of 100 kB", draft -> draft.line("X-Long: " + "n".repeat(100_000))
                .excuse(Excuse.TOO_LONG_HEAD)));
        all.add(Mutation.of("head: HTTP/2 asked for", draft -> draft.header("Connection", "Upgrade, HTTP2-Settings")
                .header("Upgrade", "h2c")
                .header("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA")));
        all.add(Mutation.of(
                "head: HTTP/2 asked for wrongly", draft -> draft.header("Connection", "Upgrade, HTTP2-Settings")
                        .header("Upgrade", "h2c")
                        .header("HTTP2-Settings", "!!")));
        return all;
    }

    private static Mutation many(int count) {
        return Mutation.of("head: " + count + " lines more", draft -> {
            for (int line = 0; line < count; line++) {
                draft.line("X-Many-" + line + ": x");
            }
            draft.excuse(Excuse.TOO_LONG_HEAD);
        });
    }

    private static String readable(String line) {
        return line.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\0", "\\0")
                .replace("\u001b", "\\e");
    }
}
