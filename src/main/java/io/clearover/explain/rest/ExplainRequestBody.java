package io.clearover.explain.rest;

import io.clearover.web.BodyLimits;
import io.clearover.web.ProblemException;
import io.clearover.web.RequestReader;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The body of a request for explanations: one error, or an array of them, where a wrong field is named as {@code [2].error}.
 *
 * @param requests in their order
 * @param batch whether an array was sent, and wants an array back
 */
record ExplainRequestBody(List<ExplainRequest> requests, boolean batch) {

    private static final String EXPECTED =
            "send a JSON object with error, and step and operation_type if known, or an array of such objects";

    private static final int MOST = 1000;
    private static final List<String> FIELDS = List.of("step", "operation_type", "error");

    /** @throws ProblemException (400) naming each field that is wrong */
    static ExplainRequestBody of(InputStream body) {
        RequestReader reader = new RequestReader(body, BodyLimits.BATCH, EXPECTED);
        ExplainRequestBody read = reader.body() instanceof JsonArray array
                ? new ExplainRequestBody(batch(reader, array), true)
                : new ExplainRequestBody(List.of(one(reader, reader.body(), "body", "")), false);
        reader.check();
        return read;
    }

    private static List<ExplainRequest> batch(RequestReader reader, JsonArray sent) {
        if (sent.size() > MOST) {
            throw ProblemException.badField("body", "send at most %d entries at a time".formatted(MOST));
        }
        return IntStream.range(0, sent.size())
                .mapToObj(i -> one(reader, sent.get(i), "[%d]".formatted(i), "[%d].".formatted(i)))
                .toList();
    }

    private static ExplainRequest one(RequestReader reader, JsonValue sent, String itself, String at) {
        if (!(sent instanceof JsonObject fields)) {
            reader.fault(itself, EXPECTED);
            return new ExplainRequest(null, null, null);
        }
        FIELDS.stream()
                .filter(field -> !(fields.getOrDefault(field, JsonValue.NULL) instanceof JsonString)
                        && fields.getOrDefault(field, JsonValue.NULL) != JsonValue.NULL)
                .forEach(field -> reader.fault(at + field, "must be a text"));
        return reader.read(fields, ExplainRequest.class, at);
    }
}
