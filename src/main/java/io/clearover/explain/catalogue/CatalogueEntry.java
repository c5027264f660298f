package io.clearover.explain.catalogue;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A JSON object of the catalogue's files, read so that what is wrong with it is said precisely. */
final class CatalogueEntry {
    private final JsonObject json;
    private final String name;
    private final String path;

    /**
     * @param kind what it is, such as "cause"
     * @param idField the field that tells it from the others
     */
    CatalogueEntry(String kind, JsonValue value, String idField) {
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw new CatalogueException(kind, "entry", "must be an object, not " + value);
        }
        this.json = value.asJsonObject();
        this.name = kind + " " + json.getString(idField, "without " + idField);
        this.path = "";
    }

    private CatalogueEntry(String name, String path, JsonObject json) {
        this.name = name;
        this.path = path;
        this.json = json;
    }

    /** An object inside this entry, whose problems are told as this entry's. */
    CatalogueEntry inside(String field, JsonValue value) {
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw problem(field, "must be an object, not " + value);
        }
        return new CatalogueEntry(name, path + field + ".", value.asJsonObject());
    }

    /** The fields of a field that must be an object; none if it is absent. */
    JsonObject object(String field) {
        JsonValue value = json.getOrDefault(field, JsonValue.EMPTY_JSON_OBJECT);
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw problem(field, "must be an object, not " + value);
        }
        return value.asJsonObject();
    }

    boolean has(String field) {
        return json.containsKey(field);
    }

    CatalogueException problem(String field, String why) {
        return new CatalogueException(name, path + field, why);
    }

    /** Refuses fields that are not among these, so that a typing error is not ignored. */
    CatalogueEntry allowing(String... fields) {
        Set<String> allowed = Set.of(fields);
        json.keySet().stream()
                .filter(field -> !allowed.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw problem(field, "unknown field; known are " + String.join(", ", fields));
                });
        return this;
    }

    /** The trimmed text of a field that must be there. */
    String text(String field) {
        return optionalText(field).orElseThrow(() -> problem(field, "a text is missing"));
    }

    Optional<String> optionalText(String field) {
        JsonValue value = json.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof JsonString text) || text.getString().isBlank()) {
            throw problem(field, "must be a text that is not empty, not " + value);
        }
        return Optional.of(text.getString());
    }

    boolean flag(String field) {
        JsonValue value = json.get(field);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw problem(field, "must be true or false, not " + value);
        }
        return value == JsonValue.TRUE;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        return optionalOneOf(field, type).orElseThrow(() -> problem(field, "is missing; use one of " + names(type)));
    }

    <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> type) {
        return optionalText(field).map(text -> valueOf(field, text, type));
    }

    private <E extends Enum<E>> E valueOf(String field, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> lowerCase(value).equals(text))
                .findFirst()
                .orElseThrow(() -> problem(field, "unknown value \"%s\"; use one of %s".formatted(text, names(type))));
    }

    /** The values of a field that must be a list of them; empty if it is absent. */
    <E extends Enum<E>> Set<E> someOf(String field, Class<E> type) {
        return texts(field).stream().map(text -> valueOf(field, text, type)).collect(Collectors.toUnmodifiableSet());
    }

    /** The values of a field that must be a list of them, without one word that may stand among them. */
    <E extends Enum<E>> Set<E> someOf(String field, Class<E> type, String other) {
        return texts(field).stream()
                .filter(text -> !text.equals(other))
                .map(text -> valueOf(field, text, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The values of each field, all of which must be lists of them. */
    <E extends Enum<E>> Map<String, Set<E>> someOfEach(Class<E> type) {
        return json.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(field -> field, field -> someOf(field, type)));
    }

    /** The elements of a field that must be a list; empty if it is absent. */
    List<JsonValue> list(String field) {
        JsonValue value = json.getOrDefault(field, JsonValue.EMPTY_JSON_ARRAY);
        if (!(value instanceof JsonArray array)) {
            throw problem(field, "must be a list, not " + value);
        }
        return List.copyOf(array);
    }

    List<String> texts(String field) {
        return list(field).stream().map(value -> textIn(field, value)).toList();
    }

    /** The elements of a field that must be a list of whole numbers; empty if it is absent. */
    List<Integer> wholeNumbers(String field) {
        return list(field).stream().map(value -> wholeNumberIn(field, value)).toList();
    }

    private int wholeNumberIn(String field, JsonValue value) {
        try {
            return ((JsonNumber) value).intValueExact();
        } catch (ClassCastException | ArithmeticException e) {
            throw problem(field, "must hold whole numbers, not " + value);
        }
    }

    private String textIn(String field, JsonValue value) {
        if (!(value instanceof JsonString text) || text.getString().isBlank()) {
            throw problem(field, "must hold texts that are not empty, not " + value);
        }
        return text.getString();
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(CatalogueEntry::lowerCase)
                .collect(Collectors.joining(", "));
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
