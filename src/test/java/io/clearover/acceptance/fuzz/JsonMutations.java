package io.clearover.acceptance.fuzz;

import io.clearover.acceptance.fuzz.JsonTexts.Member;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Bodies of the described form with one thing wrong. */
final class JsonMutations {

    private static final List<Integer> DEPTHS = List.of(10, 100, 900, 1_100, 10_000, 100_000);

    private JsonMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        values().forEach((name, json) -> all.add(member(
                "a value becomes " + name,
                (members, i) -> members.set(i, new Member(members.get(i).key(), json)))));
        all.add(member("a field is missing", (members, i) -> members.remove(i)));
        all.add(member("a field stands twice", (members, i) -> members.add(members.get(i))));
        all.add(member(
                "a field stands twice and differs",
                (members, i) -> members.add(new Member(members.get(i).key(), "\"other\""))));
        all.add(member("a field more", (members, i) -> members.add(new Member("__proto__", "{\"a\":1}"))));
        all.add(member("a field without a name", (members, i) -> members.add(new Member("", "1"))));
        all.add(member(
                "a field whose name is a line break",
                (members, i) -> members.add(new Member("a\\r\\n" + OddTexts.FORGED + ": x", "1"))));
        all.add(member("a field with a long name", (members, i) -> members.add(new Member("n".repeat(50_000), "1"))));
        all.add(member("10000 fields", (members, i) -> {
            for (int field = 0; field < 10_000; field++) {
                members.add(new Member("f" + field, "1"));
            }
        }));
        all.addAll(wholes());
        return all;
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        List.of(
                        "null",
                        "true",
                        "0",
                        "-1",
                        "1.5",
                        "1e400",
                        "1E999999999",
                        "-1e-999999999",
                        "[]",
                        "{}",
                        "[null]",
                        "{\"\":{}}",
                        "NaN",
                        "Infinity",
                        "01",
                        "-",
                        "'x'",
                        "undefined",
                        "\"\\x\"",
                        "\"\\u12\"",
                        "\"\\u0000\"",
                        "\"\\ud83d\"",
                        "\"\\ude80\\ud83d\"",
                        "\"\t\"",
                        "\"open")
                .forEach(json -> values.put(json, json));
        values.put("a number of 2000 digits", "8".repeat(2_000));
        values.put("a number of 100000 digits", "8".repeat(100_000));
        values.put("a text of 1 MB", "\"" + "z".repeat(1_000_000) + "\"");
        values.put("a list of 100000", "[" + "1,".repeat(99_999) + "1]");
        OddTexts.all().forEach((name, text) -> values.put("the text " + name, JsonValueText.of(text)));
        return values;
    }

    private static List<Mutation> wholes() {
        List<Mutation> all = new ArrayList<>();
        for (int depth : DEPTHS) {
            all.add(whole(depth + " lists in each other", json -> "[".repeat(depth) + "]".repeat(depth)));
            all.add(whole(depth + " objects in each other", json -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
            all.add(member(
                    "a value in " + depth + " lists",
                    (members, i) ->
                            members.set(i, new Member(members.get(i).key(), "[".repeat(depth) + "]".repeat(depth)))));
        }
        for (String json : List.of("null", "true", "7", "\"text\"", "[]", "{}", "[[]]", "[1,2]")) {
            all.add(whole("the body is " + json, old -> json));
        }
        all.add(whole("in a list", json -> "[" + json + "]"));
        all.add(whole("101 in a list", json -> "[" + (json + ",").repeat(100) + json + "]"));
        all.add(whole("10000 in a list", json -> "[" + (json + ",").repeat(9_999) + json + "]"));
        all.add(whole("two documents", json -> json + json));
        all.add(whole("something behind it", json -> json + "x"));
        all.add(whole("a comma at the end", json -> json.replaceFirst("}$", ",}")));
        all.add(whole("a comment", json -> "/* x */" + json));
        all.add(whole("in single quotes", json -> json.replace('"', '\'')));
        return all;
    }

    private static Mutation member(String name, JsonTexts.Change change) {
        return new Mutation(
                "body: " + name,
                true,
                (draft, dice) -> body(draft, JsonTexts.changed(example(draft, dice), dice, change)));
    }

    private static Mutation whole(String name, UnaryOperator<String> change) {
        return new Mutation(
                "body: " + name,
                true,
                (draft, dice) -> body(draft, change.apply(example(draft, dice).toString())));
    }

    private static JsonValue example(Draft draft, Dice dice) {
        List<JsonValue> examples = draft.target().examples();
        return examples.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : dice.oneOf(examples);
    }

    private static void body(Draft draft, String json) {
        draft.body(json);
        if (!draft.has("Content-Type")) {
            draft.header("Content-Type", "application/json");
        }
    }
}
