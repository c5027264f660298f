package io.clearover.job;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a job is. An ended job never changes. */
public enum JobStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final Set<JobStatus> ENDED = EnumSet.of(COMPLETED, FAILED, CANCELLED);

    public boolean hasEnded() {
        return ENDED.contains(this);
    }

    /** Whether a job in this status may go to the next. */
    public boolean mayBecome(JobStatus next) {
        return !hasEnded() && next.ordinal() > ordinal();
    }

    /** The word in the database and the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the word is none of the column's */
    public static JobStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The column's form. */
    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<JobStatus, String> {

        @Override
        public String convertToDatabaseColumn(JobStatus status) {
            return status == null ? null : status.text();
        }

        @Override
        public JobStatus convertToEntityAttribute(String text) {
            return text == null ? null : of(text);
        }
    }
}
