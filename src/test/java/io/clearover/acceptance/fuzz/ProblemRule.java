package io.clearover.acceptance.fuzz;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Every error is a problem document (RFC 9457), whoever answers. */
final class ProblemRule implements Rule {

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final List<String> TEXTS = List.of("type", "title", "detail");

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        if (!answer.isError() || sent.head() || Rule.isExcused(sent, answer)) {
            return Optional.empty();
        }
        if (!answer.mediaType().equals(MEDIA_TYPE)) {
            return Optional.of(
                    "an error is %s%s".formatted(answer.mediaType(), answer.body().length == 0 ? " and empty" : ""));
        }
        return JsonTexts.read(answer.text())
                .map(document -> wrong(document, answer.status()))
                .orElse(Optional.of("a problem document is no JSON"));
    }

    private static Optional<String> wrong(JsonValue document, int status) {
        if (!(document instanceof JsonObject problem)) {
            return Optional.of("a problem document is no object");
        }
        if (problem.getInt("status", 0) != status) {
            return Optional.of("a problem document has another status");
        }
        return TEXTS.stream()
                .filter(field -> !(problem.get(field) instanceof JsonString text)
                        || text.getString().isBlank())
                .findFirst()
                .map(field -> "a problem document without " + field);
    }
}
