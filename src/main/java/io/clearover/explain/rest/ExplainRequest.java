package io.clearover.explain.rest;

import io.clearover.explain.catalogue.OperationType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error that an admin wants explained. */
@Schema(description = "An error to explain. What may be left out may be null, too.")
record ExplainRequest(
        @Schema(
                        description = "Technical name of the step that failed; left out for a failure outside any step",
                        minLength = 1,
                        maxLength = 200)
                String step,
        @Schema(
                        description = "What failed; left out if that isn't known",
                        enumeration = {"replication", "test_failover", "live_failover", "rollback"})
                String operationType,
        @Schema(description = "the raw error; an empty text if there is none", required = true) String error) {

    /** What failed; null if that isn't known. */
    OperationType operation() {
        return operationType == null ? null : OperationType.valueOf(operationType.toUpperCase(Locale.ROOT));
    }
}
