package io.clearover.platform.http;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object that other programs wrote, read tolerantly: numbers and truths may be written as texts, and what is absent,
 * null or of another type is simply not there.
 */
public record JsonFields(JsonObject object) {

    /** The value as text; empty when it is absent, null, a list or an object. */
    public String text(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        boolean plain = value instanceof JsonNumber || value == JsonValue.TRUE || value == JsonValue.FALSE;
        return plain ? value.toString() : "";
    }

    /** The number; empty when there is none. */
    public Optional<BigDecimal> number(String name) {
        try {
            return Optional.of(new BigDecimal(text(name).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public long whole(String name, long otherwise) {
        return number(name).map(BigDecimal::longValue).orElse(otherwise);
    }

    public boolean is(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The object of that name; an empty one when there is none. */
    public JsonFields object(String name) {
        return new JsonFields(object.get(name) instanceof JsonObject nested ? nested : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The objects in the list of that name; empty when there is none. */
    public List<JsonFields> objects(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        if (value.getValueType() != JsonValue.ValueType.ARRAY) {
            return List.of();
        }
        return value.asJsonArray().stream()
                .filter(JsonObject.class::isInstance)
                .map(each -> new JsonFields(each.asJsonObject()))
                .toList();
    }
}
