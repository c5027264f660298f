package io.clearover.job;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Where a step is. {@code PENDING} is a planned step without a row: the table has no word for it. */
public enum StepStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    SKIPPED;

    /** Whether the step counts as finished in a job's progress. */
    public boolean isFinished() {
        return this == COMPLETED || this == SKIPPED;
    }

    /** The word in the database and the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the word is none of the column's */
    public static StepStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The column's form. */
    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<StepStatus, String> {

        @Override
        public String convertToDatabaseColumn(StepStatus status) {
            return status == null ? null : status.text();
        }

        @Override
        public StepStatus convertToEntityAttribute(String text) {
            return text == null ? null : of(text);
        }
    }
}
