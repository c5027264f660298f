package io.clearover.explain;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Texts with one JSON object a line. */
final class JsonLines {

    private JsonLines() {}

    /** Those of a file beside this class. */
    static Stream<JsonObject> ofFile(String name) {
        try (InputStream in = JsonLines.class.getResourceAsStream(name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a text; blank lines are left out. */
    static Stream<JsonObject> of(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(JsonLines::read);
    }

    private static JsonObject read(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
