package io.clearover.guard;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What is said where a text can't be shown: the catalogue's answer to a failure of which nothing is known. Thread-safe. */
@ApplicationScoped
public class ReplacementTexts {

    private static final String NOT_SHOWN = "This text can't be shown. Ask your administrator.";

    private final Explainer explainer;

    ReplacementTexts() {
        this(null);
    }

    @Inject
    public ReplacementTexts(Explainer explainer) {
        this.explainer = explainer;
    }

    /** The text in place of a field's own. */
    public String instead(String field) {
        Explanation unknown = explainer.explain(null, null, null);
        return switch (field) {
            case "error_message", "error_message_user", "user_message" -> unknown.userMessage();
            case "error_reason", "reason" -> unknown.reason();
            case "actionable_steps" -> last(unknown.actionableSteps());
            default -> NOT_SHOWN;
        };
    }

    /** Whom to ask comes last. */
    private static String last(List<String> steps) {
        return steps.get(steps.size() - 1);
    }
}
