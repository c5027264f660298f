package io.clearover.job;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a job is. An ended job never changes. */
public enum JobStatus {
    /** A word of another program that is not known here: the job may run, or may have ended. */
    UNKNOWN,
    /** Said to be under way by another program that has not reported on it for long: shown, and in no column. */
    STALLED,
    PENDING,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final Set<JobStatus> UNDER_WAY = EnumSet.of(PENDING, RUNNING);
    private static final Set<JobStatus> ENDED = EnumSet.of(COMPLETED, FAILED, CANCELLED);

    public boolean hasEnded() {
        return ENDED.contains(this);
    }

    /** Whether the job runs or is going to. */
    public boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }

    /** Whether a job in this status may go to the next. */
    public boolean mayBecome(JobStatus next) {
        return !hasEnded() && next.ordinal() > ordinal();
    }

    /** The word in the database, unless it is not known, and in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which status a word is; unknown for any other word, and for null. */
    public static JobStatus of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equalsIgnoreCase(text))
                .findFirst()
                .orElse(UNKNOWN);
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
