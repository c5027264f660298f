package io.clearover.summary;

import io.clearover.database.Json;
import io.clearover.explain.ExplanationFields;
import io.clearover.job.TestOutcome;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The persisted summary of a VM's last operation, as it was said when the operation ended; the document is described in
 * docs/operation-summary.md. {@link LastOperationReader} tells what documents of other programs say in our words.
 *
 * @param version of the document's form; null if another program wrote it
 * @param operationType test_failover, live_failover or rollback
 * @param status completed, failed or cancelled
 * @param progress 0 to 100, where it ended
 * @param timestamp when it ended, ISO-8601 in UTC
 * @param startedBy who started it; null if unknown
 * @param failedStep what people call the step that failed; null (a list: empty) unless it failed, as those up to documentation
 * @param failedStepInternal raw name of the step that failed, in documents of other programs alone: not for answers
 * @param actions what a program could offer to do when it ended, named as by POST /explanations; what can be done now is in
 *     the VM's {@code allowed_actions}
 * @param retryable whether the same operation would probably have succeeded when just run again later; null in documents
 *     from before it was kept, as the next two, while actions are empty there
 * @param cause the slug of what was found to be the cause; unrecognized if it was not known
 * @param documentation the path of the cause's section in the documentation
 * @param side where the fault is: source, destination, appliance, guest or link; null where the error didn't tell and in
 *     documents from before it was kept, as the next two
 * @param object what the fault is about, such as disk, snapshot or credentials
 * @param condition what is wrong with it, such as not_found, busy or timed_out
 * @param testOutcome what the test of a test failover has shown, recorded after its end; null until then
 */
@RecordBuilder
public record LastOperation(
        Integer version,
        String jobId,
        String externalJobId,
        String operationType,
        String status,
        Double progress,
        String timestamp,
        Integer stepsCompleted,
        Integer stepsTotal,
        Long durationSeconds,
        String startedBy,
        String failedStep,
        @Schema(hidden = true) @JsonbNillable(false) String failedStepInternal,
        String errorMessage,
        String errorReason,
        String errorCategory,
        String errorSeverity,
        List<String> actionableSteps,
        List<String> actions,
        Boolean retryable,
        String cause,
        String documentation,
        String side,
        String object,
        String condition,
        TestOutcome testOutcome) {

    /** The form that this version writes. */
    static final int VERSION = 1;

    /** Lists that a document doesn't have are empty. */
    public LastOperation {
        actionableSteps = actionableSteps == null ? List.of() : actionableSteps;
        actions = actions == null ? List.of() : actions;
    }

    /** The same, with why the operation failed, and what people call the step; nothing of that is kept of before. */
    LastOperation explained(String step, ExplanationFields why) {
        return LastOperationBuilder.builder(this)
                .failedStep(step)
                .failedStepInternal(null)
                .errorMessage(why.message())
                .errorReason(why.reason())
                .errorCategory(why.category())
                .errorSeverity(why.severity())
                .actionableSteps(why.actionableSteps())
                .actions(why.actions())
                .retryable(why.retryable())
                .cause(why.cause())
                .documentation(why.documentation())
                .side(why.side())
                .object(why.object())
                .condition(why.condition())
                .build();
    }

    /** The same for an answer. */
    LastOperation withoutRawStep() {
        return failedStepInternal == null
                ? this
                : LastOperationBuilder.builder(this).failedStepInternal(null).build();
    }

    /** The operation that a document tells of, as it is stored; empty for null and for what is no document of this kind. */
    static Optional<LastOperation> parse(String document) {
        if (document == null || !document.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(document, LastOperation.class));
        } catch (JsonbException | JsonException unreadable) {
            return Optional.empty();
        }
    }

    /** The column's form. What can't be read is null, and is written over only by another summary. */
    @Converter
    public static class Column implements AttributeConverter<LastOperation, String> {

        @Override
        public String convertToDatabaseColumn(LastOperation operation) {
            return operation == null ? null : Json.write(operation);
        }

        @Override
        public LastOperation convertToEntityAttribute(String document) {
            return parse(document).orElse(null);
        }
    }
}
