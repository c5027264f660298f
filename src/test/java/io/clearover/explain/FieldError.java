package io.clearover.explain;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return text().lines()
                .filter(line -> !line.isBlank())
                .map(FieldError::read)
                .toList();
    }

    private static String text() {
        try (InputStream in = FieldError.class.getResourceAsStream("field-errors.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldError read(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject json = reader.readObject();
            return new FieldError(
                    json.getString("id"),
                    json.getString("step"),
                    json.getString("error"),
                    json.getString("category"),
                    texts(json.getJsonArray("also_ok")),
                    json.getString("cause"),
                    texts(json.getJsonArray("leaks")));
        }
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    Stream<String> rightCategories() {
        return Stream.concat(Stream.of(category), alsoRight.stream());
    }
}
