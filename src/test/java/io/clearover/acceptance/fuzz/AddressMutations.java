package io.clearover.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Addresses that are odd, malformed, or other ones than they seem: parts of the path, and queries. */
final class AddressMutations {

    private static final List<String> ENDINGS = List.of(
            "/",
            "//",
            "/.",
            "/..",
            "/../",
            "/..;/",
            ";",
            ";x",
            ";jsessionid=1",
            ";a=b;c=d/x",
            "%",
            "%zz",
            "%2",
            "%00",
            "%2f",
            "%2e%2e",
            "/%2e%2e/%2e%2e/",
            "%5c",
            "\\",
            "/..\\..",
            "%u002e",
            "%c0%af",
            "%ff",
            "%0d%0a" + OddTexts.FORGED + ":x",
            "%0a" + OddTexts.FORGED,
            "{x}",
            "/{x}",
            "|",
            "^",
            "\"",
            "<x>",
            "`",
            "[",
            "+",
            "%20",
            "#x",
            ".json",
            ".jsp",
            "%252e",
            "*",
            "~",
            "\u00e4",
            "\u00ff",
            "\u0001",
            "\u007f");

    private static final List<String> QUERIES = List.of(
            "?",
            "?x",
            "?=",
            "?&&&",
            "?%",
            "?x=%",
            "?x=%zz",
            "?x=%00",
            "?x=%ff",
            "?{x}={y}",
            "?x=|",
            "?x[]=1",
            "??",
            "?x=?",
            "?x=1&x=2",
            "?_method=DELETE",
            "?;",
            "?x=%0d%0a" + OddTexts.FORGED + ":x",
            "?\u00e4=\u00ff",
            "?x=\"<>\"",
            "?format=x",
            "?x=\u0001");

    private AddressMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        ENDINGS.forEach(end -> all.add(address("path: ends with " + readable(end), path -> path + end)));
        QUERIES.forEach(query -> all.add(address("query: " + readable(query), path -> path + query)));
        all.add(address("path: doubled slashes", path -> path.replace("/", "//")));
        all.add(address("path: upper case", String::toUpperCase));
        all.add(address("path: one letter encoded", path -> path.replaceFirst("[a-z]", "%61")));
        all.add(address("path: below /x/..", path -> "/x/.." + path));
        all.add(address("path: below /;x", path -> "/;x" + path));
        all.add(address("path: no slash first", path -> path.substring(Math.min(1, path.length()))));
        all.add(address("path: a whole URL", path -> "http://localhost" + path));
        all.add(address("path: another site's URL", path -> "http://evil.example:1" + path));
        all.add(address("path: another protocol's URL", path -> "ftp://localhost" + path));
        all.add(address("path: no URL", path -> "://" + path));
        all.add(spaced());
        all.addAll(sizes());
        OddTexts.all().forEach((name, text) -> {
            all.add(parameter("parameter: " + name, OddTexts.percent(text)));
            all.add(new Mutation(
                    "query: a parameter is " + name,
                    (draft, dice) -> draft.address(
                            draft.address() + "?" + queryName(draft, dice) + "=" + OddTexts.percent(text))));
        });
        return all;
    }

    private static List<Mutation> sizes() {
        return List.of(
                address("path: 1 kB more", path -> path + "/" + "p".repeat(1_000)),
                address("path: 7 kB more", path -> path + "/" + "p".repeat(7_000)),
                longOne("path: 40 kB more", path -> path + "/" + "p".repeat(40_000)),
                longOne("path: 500 kB more", path -> path + "/" + "p".repeat(500_000)),
                address("path: 2000 segments", path -> path + "/a".repeat(2_000)),
                address("path: 2000 ways up", path -> path + "/..".repeat(2_000)),
                address("path: 2000 parameters", path -> path + ";a=b".repeat(2_000)),
                address("query: 4000 parameters", path -> path + "?" + "a=b&".repeat(4_000)),
                longOne("query: 20000 parameters", path -> path + "?" + "a=b&".repeat(20_000)),
                address("query: 7 kB", path -> path + "?x=" + "q".repeat(7_000)),
                longOne("query: 100 kB", path -> path + "?x=" + "q".repeat(100_000)));
    }

    private static Mutation longOne(String name, UnaryOperator<String> change) {
        return Mutation.of(
                name, draft -> draft.address(change.apply(draft.address())).excuse(Excuse.TOO_LONG_HEAD));
    }

    private static Mutation spaced() {
        return Mutation.of("path: with a blank", draft -> draft.address(draft.address() + " x")
                .excuse(Excuse.NOT_HTTP));
    }

    private static Mutation parameter(String name, String value) {
        return Mutation.of(name, draft -> draft.address(withParameter(draft, value)));
    }

    /** It is the last of several in a path: an odd one before it would keep it from being read. */
    private static String withParameter(Draft draft, String value) {
        List<String> named = draft.target().parameters("path");
        if (named.isEmpty()) {
            return draft.address() + "/" + value;
        }
        String last = named.get(named.size() - 1);
        return draft.target()
                .path(name -> name.equals(last) ? value : draft.target().example(name));
    }

    private static String queryName(Draft draft, Dice dice) {
        List<String> named = draft.target().parameters("query");
        return named.isEmpty() ? "x" : dice.oneOf(named);
    }

    private static Mutation address(String name, UnaryOperator<String> change) {
        return Mutation.of(name, draft -> draft.address(change.apply(draft.address())));
    }

    private static String readable(String text) {
        return text.replace("\u0001", "\\u0001").replace("\u007f", "\\u007f");
    }
}
