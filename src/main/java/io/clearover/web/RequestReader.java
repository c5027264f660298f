package io.clearover.web;

import io.clearover.web.Problem.FieldError;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reads the body of a request into a record, field by field, as strictly as the {@link Schema} of each component says to
 * callers: that is described and enforced in one place. What is wrong is collected, so that {@link #check} names all of it
 * at once. A component is a {@code String}, a {@code Boolean}, or a {@code JsonValue} that is taken as it was sent. Used by
 * one thread.
 */
public final class RequestReader {

    private final JsonValue body;
    private final String expected;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    /**
     * Reads the body as it was sent.
     *
     * @param expected what to send, in an imperative, for callers who sent something else
     * @throws ProblemException as {@link JsonBody#read} says
     */
    public RequestReader(InputStream body, BodyLimits limits, String expected) {
        this.body = JsonBody.read(body, limits, expected);
        this.expected = expected;
    }

    /** All of the body. */
    public JsonValue body() {
        return body;
    }

    /**
     * The body as a record.
     *
     * @throws ProblemException (400) if it is no object
     */
    public <R extends Record> R read(Class<R> type) {
        if (body instanceof JsonObject fields) {
            return read(fields, type, "");
        }
        throw ProblemException.badField("body", expected);
    }

    /**
     * A part of the body as a record; null in it is what isn't there or is wrong.
     *
     * @param at what stands before the names of its fields where one is told to be wrong
     */
    public <R extends Record> R read(JsonObject fields, Class<R> type, String at) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RequestReader::name).toList();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(fields.get(names.get(i)), components[i], at + names.get(i));
        }
        fields.keySet().stream().filter(name -> !names.contains(name)).forEach(name -> unknown.add(at + name));
        fields.keySet().stream()
                .filter(name -> names.contains(name)
                        && schema(components[names.indexOf(name)]).deprecated())
                .forEach(ignored::add);
        return made(type, components, values);
    }

    private Object value(JsonValue sent, RecordComponent component, String field) {
        boolean missing = sent == null || sent == JsonValue.NULL;
        Schema schema = schema(component);
        if (missing) {
            if (schema.required()) {
                fault(field, schema.enumeration().length > 0 ? words(schema) : "send " + schema.description());
            }
            return null;
        }
        if (component.getType() == JsonValue.class) {
            return sent;
        }
        return component.getType() == Boolean.class ? flag(sent, field) : text(sent, schema, field);
    }

    /** true or false; null if it isn't there, or if it is something else, which is noted. */
    public Boolean flag(JsonValue sent, String field) {
        if (sent == JsonValue.TRUE || sent == JsonValue.FALSE) {
            return sent == JsonValue.TRUE;
        }
        if (sent != null) {
            fault(field, "must be true or false");
        }
        return null;
    }

    private String text(JsonValue sent, Schema schema, String field) {
        if (sent instanceof JsonString text && fits(text.getString(), schema)) {
            return text.getString();
        }
        fault(field, wanted(schema));
        return null;
    }

    private static boolean fits(String text, Schema schema) {
        List<String> words = List.of(schema.enumeration());
        return (words.isEmpty() || words.contains(text))
                && (schema.minLength() == 0 || !text.isBlank())
                && text.length() <= schema.maxLength();
    }

    private static String wanted(Schema schema) {
        if (schema.enumeration().length > 0) {
            return words(schema);
        }
        return schema.minLength() == 0
                ? "must be a text"
                : "must be a text of %d to %d characters".formatted(schema.minLength(), schema.maxLength());
    }

    private static String words(Schema schema) {
        List<String> words = List.of(schema.enumeration());
        return words.size() > 2
                ? "must be one of " + String.join(", ", words)
                : "must be " + String.join(" or ", words);
    }

    private static <R extends Record> R made(Class<R> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no request: " + type, e);
        }
    }

    private static Schema schema(RecordComponent component) {
        return component.getAccessor().getAnnotation(Schema.class);
    }

    /** As {@link JsonbProvider} names it in answers. */
    private static String name(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Notes that a field is wrong, unless it is known to be. */
    public void fault(String field, String message) {
        faults.putIfAbsent(field, message);
    }

    /** Whether one of these fields is known to be wrong. */
    public boolean isFaulty(String... fields) {
        return Arrays.stream(fields).anyMatch(faults::containsKey);
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException (400) if anything was wrong, unknown fields included
     */
    public void check() {
        unknown.forEach(field -> fault(field, "is not a field of this request"));
        if (!faults.isEmpty()) {
            throw ProblemException.badRequest(faults.entrySet().stream()
                    .map(fault -> new FieldError(fault.getKey(), fault.getValue()))
                    .toList());
        }
    }

    /** The fields that were sent, but are deprecated: they have no effect. */
    public List<String> ignored() {
        return List.copyOf(ignored);
    }
}
