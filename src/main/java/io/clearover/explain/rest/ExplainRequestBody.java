package io.clearover.explain.rest;

import io.clearover.explain.catalogue.OperationType;
import io.clearover.web.BodyLimits;
import io.clearover.web.JsonBody;
import io.clearover.web.Problem.FieldError;
import io.clearover.web.ProblemException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The body of a request for explanations, read field by field, so that a wrong one is named: one question, or an array of
 * them, where the field is named as {@code [2].error}.
 *
 * @param batch whether an array was sent, and wants an array back
 */
record ExplainRequestBody(List<ExplainRequest> all, boolean batch) {

    private static final String EXPECTED =
            "send a JSON object with error, and step and operation_type if known, or an array of such objects";

    private static final int MOST = 1000;
    private static final int LONGEST_STEP = 200;
    private static final Set<String> FIELDS = Set.of("step", "operation_type", "error");

    /** @throws ProblemException (400) naming each field that is wrong */
    static ExplainRequestBody of(InputStream body) {
        JsonValue sent = JsonBody.read(body, BodyLimits.BATCH, EXPECTED);
        if (sent instanceof JsonArray array) {
            return batch(array);
        }
        Reading reading = new Reading(new ArrayList<>(), "");
        ExplainRequest question = reading.question(sent);
        reading.check();
        return new ExplainRequestBody(List.of(question), false);
    }

    private static ExplainRequestBody batch(JsonArray sent) {
        if (sent.size() > MOST) {
            throw ProblemException.badField("body", "send at most %d entries at a time".formatted(MOST));
        }
        List<FieldError> faults = new ArrayList<>();
        List<ExplainRequest> questions = IntStream.range(0, sent.size())
                .mapToObj(i -> new Reading(faults, "[%d].".formatted(i)).question(sent.get(i)))
                .toList();
        new Reading(faults, "").check();
        return new ExplainRequestBody(questions, true);
    }

    /**
     * The reading of one question.
     *
     * @param faults what was wrong so far
     * @param at what stands before the names of its fields
     */
    private record Reading(List<FieldError> faults, String at) {

        ExplainRequest question(JsonValue sent) {
            if (!(sent instanceof JsonObject fields)) {
                faults.add(new FieldError(at.isEmpty() ? "body" : at.substring(0, at.length() - 1), EXPECTED));
                return new ExplainRequest(null, null, "");
            }
            fields.keySet().stream()
                    .filter(field -> !FIELDS.contains(field))
                    .forEach(field -> fault(field, "is not a field of this request"));
            return new ExplainRequest(step(fields), operation(fields), error(fields));
        }

        private String step(JsonObject fields) {
            String step = text(fields, "step");
            if (step != null && (step.isBlank() || step.length() > LONGEST_STEP)) {
                fault("step", "must be a text of 1 to %d characters".formatted(LONGEST_STEP));
            }
            return step;
        }

        private OperationType operation(JsonObject fields) {
            String name = text(fields, "operation_type");
            return Arrays.stream(OperationType.values())
                    .filter(type -> type.jsonName().equals(name))
                    .findFirst()
                    .orElseGet(() -> unknownOperation(name));
        }

        private OperationType unknownOperation(String name) {
            if (name != null) {
                String known = Arrays.stream(OperationType.values())
                        .map(OperationType::jsonName)
                        .collect(Collectors.joining(", "));
                fault("operation_type", "must be one of " + known);
            }
            return null;
        }

        private String error(JsonObject fields) {
            if (!fields.containsKey("error") || fields.isNull("error")) {
                fault("error", "send the raw error; an empty text if there is none");
            }
            return text(fields, "error");
        }

        private String text(JsonObject fields, String field) {
            JsonValue value = fields.get(field);
            if (value instanceof JsonString text) {
                return text.getString();
            }
            if (value != null && value != JsonValue.NULL) {
                fault(field, "must be a text");
            }
            return null;
        }

        private void fault(String field, String message) {
            faults.add(new FieldError(at + field, message));
        }

        void check() {
            if (!faults.isEmpty()) {
                throw ProblemException.badRequest(faults);
            }
        }
    }
}
