package io.clearover.platform.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param body the body as text; never null
 */
public record Answer(int status, String body) {

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int EXCERPT_LENGTH = 1000;
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    public boolean good() {
        return status >= 200 && status < 300;
    }

    /** Whether a proxy speaks for a system that it cannot reach, or a page for people came instead of an answer. */
    public boolean fromProxy() {
        return status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT
                || body.stripLeading().startsWith("<");
    }

    /** The body as a JSON object; empty when it is anything else. */
    public Optional<JsonObject> json() {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException e) {
            // not just JsonException: the server's parser refuses too deep nesting with a plain RuntimeException
            return Optional.empty();
        }
    }

    /** The body on one line, cut to a length that can be stored, for a technical message. */
    public String excerpt() {
        String line = body.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (line.isEmpty()) {
            return "(empty answer)";
        }
        return line.length() <= EXCERPT_LENGTH ? line : line.substring(0, EXCERPT_LENGTH) + "…";
    }
}
