package io.clearover.database;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;

/** JSON documents in columns: snake_case names, nulls left out, unknown names ignored. Thread-safe. */
public final class Json {

    private static final Jsonb JSONB = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private Json() {}

    public static String write(Object document) {
        return JSONB.toJson(document);
    }

    /** @throws jakarta.json.bind.JsonbException if the text is not JSON of this form */
    public static <T> T read(String json, Class<T> form) {
        return JSONB.fromJson(json, form);
    }
}
