package io.clearover.web;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The JSON of a request's body, as it was sent. */
public final class JsonBody {

    private static final Logger LOG = Logger.getLogger(JsonBody.class.getName());

    private JsonBody() {}

    /**
     * Reads a body.
     *
     * @param expected what to send, in an imperative, for callers who sent something else
     * @throws ProblemException (400) unless it is one JSON value and nothing else
     */
    public static JsonValue read(InputStream body, String expected) {
        try (JsonParser parser = Json.createParser(body)) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!parser.hasNext()) {
                return value;
            }
        } catch (RuntimeException notJson) { // not JsonException alone: too deep nesting is another kind
            LOG.log(Level.FINE, "a body that is no JSON", notJson);
        }
        throw ProblemException.badField("body", expected);
    }
}
