package io.clearover.acceptance.compat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of an object: its fields and what each is, one a line: {@code current_job_id text?}. A question mark lets it be
 * null. It may have other fields too, which the appliance's GUI doesn't read.
 */
record AnswerForm(Map<String, String> fields) {

    static AnswerForm of(String lines) {
        Map<String, String> fields = new TreeMap<>();
        for (String line : lines.strip().split("\\s*\\R\\s*")) {
            List<String> words = Arrays.asList(line.split(" +"));
            words.subList(0, words.size() - 1).forEach(name -> fields.put(name, words.get(words.size() - 1)));
        }
        return new AnswerForm(fields);
    }

    /** Checks each field of an answer. */
    void check(JsonObject answer) {
        assertThat(answer.keySet()).containsAll(fields.keySet());
        fields.forEach((name, type) -> assertThat(fits(answer.get(name), type))
                .as("%s: %s is %s", name, answer.get(name), type)
                .isTrue());
    }

    private static boolean fits(JsonValue value, String type) {
        if (type.endsWith("?") && value == JsonValue.NULL) {
            return true;
        }
        return switch (type.replace("?", "")) {
            case "text" -> value instanceof JsonString;
            case "number" -> value instanceof JsonNumber;
            case "count" -> value instanceof JsonNumber number && number.isIntegral() && number.longValue() >= 0;
            case "flag" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case "time" -> value instanceof JsonString text && OffsetDateTime.parse(text.getString()) != null;
            case "list" -> value.getValueType() == JsonValue.ValueType.ARRAY;
            case "object" -> value instanceof JsonObject;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
