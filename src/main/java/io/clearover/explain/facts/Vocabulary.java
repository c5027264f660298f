package io.clearover.explain.facts;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words by which facts are known, from {@code vocabulary.json}. Immutable.
 *
 * <p>An entry has phrases ({@code says}, see {@link PhrasePattern}) and what they say: {@code object}, {@code condition},
 * {@code side}, {@code role}; {@code weight} and {@code about} for conditions.
 */
final class Vocabulary {
    private static final Set<String> FIELDS =
            Set.of("object", "condition", "side", "role", "weight", "about", "says", "comment");

    private static Vocabulary builtIn;

    private final WordForms forms;
    private final PhraseTrie phrases = new PhraseTrie();
    private final Set<List<String>> ofFacts = new HashSet<>();
    private final Map<Condition, FaultObject> usualObjects = new EnumMap<>(Condition.class);
    private final Map<FaultObject, Side> usualSides = new EnumMap<>(FaultObject.class);
    private final Map<String, Map<FaultObject, Side>> sidesInSteps = new HashMap<>();

    private Vocabulary(JsonObject json) {
        this.forms = new WordForms(texts(json, "names"));
        json.getJsonArray("phrases").forEach(entry -> add(entry.asJsonObject()));
        json.getJsonObject("usual_objects")
                .forEach((condition, object) -> usualObjects.put(
                        constant(Condition.class, condition), constant(FaultObject.class, text(object))));
        json.getJsonObject("usual_sides")
                .forEach((object, side) ->
                        usualSides.put(constant(FaultObject.class, object), constant(Side.class, text(side))));
        json.getJsonArray("sides_in_steps").forEach(entry -> addSteps(entry.asJsonObject()));
    }

    /**
     * The vocabulary that comes with the product; read once, however many read errors with it.
     *
     * @throws IllegalArgumentException if it is not usable; the message says why
     */
    static synchronized Vocabulary builtIn() {
        if (builtIn == null) {
            builtIn = read();
        }
        return builtIn;
    }

    private static Vocabulary read() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.json");
                JsonReader reader = Json.createReader(in)) {
            return new Vocabulary(reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException("read vocabulary.json", e);
        }
    }

    Words read(String raw) {
        return WordReader.read(forms, raw);
    }

    List<PhraseTrie.Match> in(Words words) {
        return phrases.in(words);
    }

    /** What a condition is about where the text names nothing; null if that is not known. */
    FaultObject usualObject(Condition condition) {
        return usualObjects.get(condition);
    }

    /** Where an object mostly is; null if it may be anywhere. */
    Side usualSide(FaultObject object) {
        return usualSides.get(object);
    }

    /** Where an object is that a step of that kind works with; null if that is not known. */
    Side sideIn(String stepKind, FaultObject object) {
        return sidesInSteps.getOrDefault(stepKind, Map.of()).get(object);
    }

    private void add(JsonObject entry) {
        entry.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalArgumentException("vocabulary: unknown field " + field + " in " + entry);
                });
        Meaning meaning = new Meaning(
                optional(Meaning.Role.class, entry, "role", Meaning.Role.FACT),
                optional(FaultObject.class, entry, "object", null),
                optional(Condition.class, entry, "condition", null),
                optional(Side.class, entry, "side", null),
                entry.getInt("weight", Meaning.CAUSE),
                optional(Meaning.Binding.class, entry, "about", Meaning.Binding.BEFORE));
        for (String pattern : texts(entry, "says")) {
            PhrasePattern.phrases(pattern, forms).forEach(phrase -> add(phrase, meaning, pattern));
        }
    }

    /** Of a fact each phrase tells one thing; a sign of the side may stand beside it. */
    private void add(List<String> phrase, Meaning meaning, String pattern) {
        if (meaning.role() == Meaning.Role.FACT && !ofFacts.add(phrase)) {
            throw new IllegalArgumentException("vocabulary: is there twice: " + pattern);
        }
        phrases.add(phrase, meaning);
    }

    private void addSteps(JsonObject entry) {
        Side side = constant(Side.class, entry.getString("side"));
        for (String kind : texts(entry, "steps")) {
            for (String object : texts(entry, "objects")) {
                sidesInSteps
                        .computeIfAbsent(kind, none -> new EnumMap<>(FaultObject.class))
                        .put(constant(FaultObject.class, object), side);
            }
        }
    }

    private static Set<String> texts(JsonObject json, String field) {
        return json.getJsonArray(field).getValuesAs(JsonString::getString).stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static <E extends Enum<E>> E optional(Class<E> type, JsonObject entry, String field, E otherwise) {
        return entry.containsKey(field) ? constant(type, entry.getString(field)) : otherwise;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "vocabulary: unknown %s \"%s\"".formatted(type.getSimpleName(), name)));
    }
}
