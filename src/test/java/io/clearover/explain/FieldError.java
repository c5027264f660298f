package io.clearover.explain;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.Stream;

/** An error as it occurred in the field, with what an answer must and must not say. */
public record FieldError(
        String id,
        String step,
        String error,
        String category,
        List<String> alsoRight,
        String cause,
        List<String> leaks) {

    /** All of the corpus. */
    public static List<FieldError> all() {
        return JsonLines.ofFile("field-errors.jsonl").map(FieldError::of).toList();
    }

    private static FieldError of(JsonObject json) {
        return new FieldError(
                json.getString("id"),
                json.getString("step"),
                json.getString("error"),
                json.getString("category"),
                texts(json.getJsonArray("also_ok")),
                json.getString("cause"),
                texts(json.getJsonArray("leaks")));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    Stream<String> rightCategories() {
        return Stream.concat(Stream.of(category), alsoRight.stream());
    }
}
