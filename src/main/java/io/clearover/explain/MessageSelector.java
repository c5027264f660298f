package io.clearover.explain;

import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.MessageBundle;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepKind;
import io.clearover.explain.facts.Facts;
import java.util.List;

/** Finds the words for a cause in one kind of step and one operation: what is written for the step comes first. */
final class MessageSelector {
    /** Stands between what failed and why. */
    static final String BECAUSE = " - ";

    private final MessageBundle texts;
    private final StepKind kind;
    private final String operation;
    private final FailedOperation failed;

    MessageSelector(MessageBundle texts, StepKind kind, FailedOperation failed) {
        this.texts = texts;
        this.kind = kind;
        this.operation =
                kind.operation(failed.type()).map(OperationType::jsonName).orElse(MessageBundle.ANY_OPERATION);
        this.failed = failed;
    }

    /** What failed, such as "Storage attachment failed". */
    String failed() {
        return texts.find("kind." + kind.id() + ".failed").orElseGet(() -> texts.get("failed." + operation));
    }

    String genericReason() {
        return texts.get("kind." + kind.id() + ".reason");
    }

    List<String> genericActions() {
        return filled(texts.numbered("kind." + kind.id() + ".action"));
    }

    String message(Cause cause) {
        return texts.find(ofStep(cause) + ".message").orElseGet(() -> failed() + BECAUSE + summary(cause));
    }

    String reason(Cause cause) {
        return texts.find(ofStep(cause) + ".reason").orElseGet(() -> texts.get(of(cause) + ".reason"));
    }

    List<String> actions(Cause cause) {
        List<String> forStep = filled(texts.numbered(ofStep(cause) + ".action"));
        return forStep.isEmpty() ? filled(texts.numbered(of(cause) + ".action")) : forStep;
    }

    FactWords words(Facts facts) {
        return new FactWords(texts, facts);
    }

    /** What failed, and what facts say of it. */
    String message(FactWords facts) {
        return failed() + BECAUSE + facts.summary();
    }

    /** @param retryable whether to wait is enough */
    List<String> actions(FactWords facts, boolean retryable) {
        return filled(facts.actions(retryable));
    }

    private String summary(Cause cause) {
        return texts.get(of(cause) + ".summary");
    }

    private List<String> filled(List<String> actions) {
        return actions.stream()
                .flatMap(action -> texts.fill(action, operation, failed).stream())
                .toList();
    }

    private static String of(Cause cause) {
        return "cause." + cause.id();
    }

    private String ofStep(Cause cause) {
        return of(cause) + "." + kind.id();
    }
}
