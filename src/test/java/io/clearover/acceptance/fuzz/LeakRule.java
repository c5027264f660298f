package io.clearover.acceptance.fuzz;

import io.clearover.explain.Explainer;
import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.guard.AnswerGuard;
import io.clearover.guard.LeakGuard;
import io.clearover.guard.ReplacementTexts;
import jakarta.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The product's own guard finds nothing technical in what it tells those who are no administrators. */
final class LeakRule implements Rule {

    private static final String DETAILS = "\"technical_details\"";
    private static final String EVENT = "data:";

    private final AnswerGuard guard;

    LeakRule() {
        Catalogue catalogue = new Catalogue();
        guard = new AnswerGuard(
                new LeakGuard(), new ReplacementTexts(new Explainer(catalogue, new StepCatalogue(catalogue))));
    }

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        boolean ofTheApi = sent.target().operation() || answer.isError();
        if (sent.role() == Role.ADMIN || !ofTheApi || answer.text().contains("\"openapi\"")) {
            return Optional.empty();
        }
        if (answer.text().contains(DETAILS)) {
            return Optional.of("technical details");
        }
        return documents(answer).flatMap(this::leaking).findFirst().map(field -> "technical words in " + field);
    }

    private Stream<String> leaking(String json) {
        try {
            List<String> fields =
                    guard.guard(json.getBytes(StandardCharsets.UTF_8)).replaced();
            return fields.stream();
        } catch (JsonException none) {
            return Stream.of("what is no JSON");
        }
    }

    private static Stream<String> documents(Answer answer) {
        if (answer.isStream()) {
            return answer.text()
                    .lines()
                    .filter(line -> line.startsWith(EVENT))
                    .map(line -> line.substring(EVENT.length()).strip())
                    .filter(line -> line.endsWith("}"));
        }
        return answer.isJson() && answer.body().length > 0 ? Stream.of(answer.text()) : Stream.empty();
    }
}
