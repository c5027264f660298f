package io.clearover.acceptance.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** JSON as texts, because what is sent needn't be JSON. */
final class JsonTexts {

    private JsonTexts() {}

    /** One member of an object. */
    record Member(String key, String value) {

        @Override
        public String toString() {
            return "\"" + key + "\":" + value;
        }
    }

    /** What is done to one of the members of an object. */
    @FunctionalInterface
    interface Change {
        void to(List<Member> members, int which);
    }

    static JsonValue parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    /** Empty if it is no JSON. */
    static Optional<JsonValue> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (JsonException | IllegalStateException none) {
            return Optional.empty();
        }
    }

    /** The example with one member changed; of a list, in its first entry. */
    static String changed(JsonValue example, Dice dice, Change change) {
        if (example instanceof JsonArray list && !list.isEmpty()) {
            return "[" + changed(list.get(0), dice, change) + "]";
        }
        List<Member> members = new ArrayList<>();
        if (example instanceof JsonObject object) {
            object.forEach((key, value) -> members.add(new Member(key, value.toString())));
        }
        if (members.isEmpty()) {
            members.add(new Member("x", "1"));
        }
        change.to(members, dice.below(members.size()));
        return members.stream().map(Member::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
