package io.clearover.explanation;

import io.clearover.explain.Explainer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The entries of the catalogue's own files, as far as they are needed to ask it about each of its entries. */
final class CatalogueData {

    private CatalogueData() {}

    /**
     * A cause.
     *
     * @param examples errors that it explains
     */
    record CauseEntry(String id, List<Example> examples) {}

    /** @param step technical name of the step in which it occurs; null if any will do */
    record Example(String step, String error) {}

    /** The technical names of one step. */
    record StepEntry(List<String> names) {}

    static List<CauseEntry> causes() {
        return read("causes.json").getValuesAs(JsonObject.class).stream()
                .map(cause -> new CauseEntry(
                        cause.getString("id"),
                        cause.getJsonArray("examples").stream()
                                .map(CatalogueData::example)
                                .toList()))
                .toList();
    }

    static List<StepEntry> steps() {
        return read("steps.json").getValuesAs(JsonObject.class).stream()
                .map(step -> new StepEntry(step.getJsonArray("names").getValuesAs(JsonString::getString)))
                .toList();
    }

    private static Example example(JsonValue value) {
        return value instanceof JsonObject example
                ? new Example(example.getString("step", null), example.getString("error"))
                : new Example(null, ((JsonString) value).getString());
    }

    private static JsonArray read(String file) {
        try (InputStream in = Explainer.class.getResourceAsStream(file);
                JsonReader reader = Json.createReader(in)) {
            return reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException("read " + file, e);
        }
    }
}
