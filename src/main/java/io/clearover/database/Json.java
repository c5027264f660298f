package io.clearover.database;

import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.io.StringReader;

/** JSON documents in columns: snake_case names, nulls left out, unknown names ignored. Thread-safe. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private Json() {}

    public static String write(Object document) {
        return JSONB.toJson(document);
    }

    /** Whether the text is JSON of any form; false for null. */
    public static boolean isText(String text) {
        if (text == null) {
            return false;
        }
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            reader.readValue();
            return true;
        } catch (JsonException notJson) {
            return false;
        }
    }

    /** @throws jakarta.json.bind.JsonbException if the text is not JSON of this form */
    public static <T> T read(String json, Class<T> form) {
        return JSONB.fromJson(json, form);
    }
}
