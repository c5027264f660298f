package io.clearover.vm;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What {@code vm_replication_contexts.current_status} can be, and what may be done with a VM in that state. */
public enum VmStatus {
    DISCOVERED,
    REPLICATING,
    READY_FOR_FAILOVER,
    FAILED_OVER_TEST,
    FAILED_OVER_LIVE,
    COMPLETED,
    FAILED,
    /** An operation left something behind at the destination; a rollback removes it. */
    CLEANUP_REQUIRED,
    /** The empty word that a lenient database makes of a wrong one; nothing moves a VM there. */
    UNKNOWN;

    private static final String NOT_KNOWN =
            "The state of this VM is not known, so nothing can be started. Ask your administrator to correct it.";

    private static final Set<VmStatus> TO_ROLL_BACK = EnumSet.of(FAILED_OVER_TEST, FAILED_OVER_LIVE, CLEANUP_REQUIRED);

    /** Whether a failover, test or live, may start. */
    public boolean allowsFailover() {
        return this == READY_FOR_FAILOVER;
    }

    /** Whether there is something that a rollback could undo. */
    public boolean allowsRollback() {
        return TO_ROLL_BACK.contains(this);
    }

    /** Why no failover may start in this state, and what to do first. */
    public String whyNoFailover() {
        return switch (this) {
            case DISCOVERED -> "This VM has not been replicated yet. Replicate it first.";
            case REPLICATING -> "This VM is being replicated. Start the failover when the replication has ended.";
            case FAILED_OVER_TEST -> "A test VM of this VM exists. Roll it back first.";
            case CLEANUP_REQUIRED -> "An earlier operation left something behind. Roll back first.";
            case FAILED_OVER_LIVE -> "This VM has been failed over live. Roll it back first.";
            case COMPLETED -> "This VM has been failed over for good. There is nothing left to fail over.";
            case FAILED -> "The last replication of this VM failed. Replicate it successfully first.";
            case READY_FOR_FAILOVER -> "This VM is ready. Start the failover again.";
            case UNKNOWN -> NOT_KNOWN;
        };
    }

    /** Why there is nothing to roll back in this state. */
    public String whyNoRollback() {
        return switch (this) {
            case COMPLETED -> "The failover of this VM was closed for good. It can't be rolled back any more.";
            case UNKNOWN -> NOT_KNOWN;
            default -> "Nothing of this VM has been failed over, so there is nothing to roll back.";
        };
    }

    /** Why there is nothing to clean up after a failure in this state. */
    public String whyNoCleanup() {
        return switch (this) {
            case FAILED_OVER_TEST -> "Nothing has failed here: a test VM of this VM runs. To remove it, roll it back.";
            case FAILED_OVER_LIVE ->
                "Nothing has failed here: this VM has been failed over live. To undo that, roll it back.";
            case UNKNOWN -> NOT_KNOWN;
            default -> "No operation has left anything behind, so there is nothing to clean up.";
        };
    }

    /** The word in the database and the API. */
    public String text() {
        return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the word is none of the column's */
    public static VmStatus of(String text) {
        return text.isEmpty() ? UNKNOWN : valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The column's form. */
    @Converter(autoApply = true)
    public static class Column implements AttributeConverter<VmStatus, String> {

        @Override
        public String convertToDatabaseColumn(VmStatus status) {
            return status == null ? null : status.text();
        }

        @Override
        public VmStatus convertToEntityAttribute(String text) {
            return text == null ? null : of(text);
        }
    }
}
