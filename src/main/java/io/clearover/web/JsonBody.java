package io.clearover.web;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The JSON of a request's body, as it was sent. No more of it is read, and no more is made of it, than its limits allow. */
public final class JsonBody {

    private static final Logger LOG = Logger.getLogger(JsonBody.class.getName());

    private JsonBody() {}

    /**
     * Reads a body.
     *
     * @param expected what to send, in an imperative, for callers who sent something else
     * @throws ProblemException (400) unless it is one JSON value and nothing else; (413) if it is too large; (408) if it takes
     *     too long to arrive
     */
    public static JsonValue read(InputStream body, BodyLimits limits, String expected) {
        byte[] json = limits.bytesOf(body);
        try {
            limits.check(json);
            return value(json);
        } catch (ProblemException tooLarge) {
            throw tooLarge;
        } catch (RuntimeException notJson) { // not JsonException alone: too deep nesting is another kind
            LOG.log(Level.FINE, "a body that is no JSON", notJson);
            throw ProblemException.badField(
                    "body", "%s, nested at most %d levels deep".formatted(expected, BodyLimits.DEPTH));
        }
    }

    private static JsonValue value(byte[] json) {
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(json))) {
            parser.next();
            return parser.getValue();
        }
    }
}
