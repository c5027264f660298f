package io.clearover.job;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Locale;

/** Where a step is. {@code PENDING} is a planned step without a row: the table has no word for it. */
public enum StepStatus {
    /** A word of another program that is not known here. */
    UNKNOWN,
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    SKIPPED;

    /** Whether the step counts as finished in a job's progress. */
    public boolean isFinished() {
        return this == COMPLETED || this == SKIPPED;
    }

    /** The word in the database, unless it is not known, and in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which status a word is; unknown for any other word, and for null. */
    public static StepStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equalsIgnoreCase(text))
                .findFirst()
                .orElse(UNKNOWN);
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
