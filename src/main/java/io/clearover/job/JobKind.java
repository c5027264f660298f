package io.clearover.job;

import io.clearover.explain.catalogue.OperationType;
import java.util.Locale;

/** The kinds of job that the one list shows, and how {@code job_tracking} names them. */
public enum JobKind {
    REPLICATION("Replication", OperationType.REPLICATION, "migration", "replication", "replication"),
    TEST_FAILOVER("Test Failover", OperationType.TEST_FAILOVER, "failover", "unified-test-failover", "failover"),
    LIVE_FAILOVER("Live Failover", OperationType.LIVE_FAILOVER, "failover", "unified-live-failover", "failover"),
    ROLLBACK("Rollback", OperationType.ROLLBACK, "cleanup", "enhanced-test-failover-rollback", "system"),
    /** Written by another program, in words that are not known here. */
    OPERATION("Operation", null, null, null, null);

    private final String displayName;
    private final OperationType type;
    private final String jobType;
    private final String operation;
    private final String jobCategory;

    JobKind(String displayName, OperationType type, String jobType, String operation, String jobCategory) {
        this.displayName = displayName;
        this.type = type;
        this.jobType = jobType;
        this.operation = operation;
        this.jobCategory = jobCategory;
    }

    /**
     * The kind that the columns tell. A rollback's operation contains "test-failover" too, so rollback is looked for first.
     *
     * @param jobType may be null
     * @param operation may be null
     */
    public static JobKind of(String jobType, String operation) {
        String words = operation == null ? "" : operation.toLowerCase(Locale.ROOT);
        if (words.contains("rollback") || words.contains("cleanup") || "cleanup".equals(jobType)) {
            return ROLLBACK;
        }
        if (words.contains("live-failover")) {
            return LIVE_FAILOVER;
        }
        return words.contains("test-failover") ? TEST_FAILOVER : OPERATION;
    }

    public String displayName() {
        return displayName;
    }

    /** What explanations are told; null for {@link #OPERATION}. */
    public OperationType type() {
        return type;
    }

    /** The word in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String jobType() {
        return jobType;
    }

    /**
     * The column {@code operation} of our jobs of this kind; null for {@link #OPERATION}.
     *
     * @param type what a rollback rolls back
     */
    public String operation(FailoverType type) {
        return this == ROLLBACK && type == FailoverType.LIVE ? "enhanced-live-failover-rollback" : operation;
    }

    /** Test or live, or what a rollback rolls back, as the column says. */
    public static FailoverType typeOf(String operation) {
        return operation.contains("live-failover") ? FailoverType.LIVE : FailoverType.TEST;
    }

    /** Whether it makes a VM at the destination. */
    public boolean isFailover() {
        return this == TEST_FAILOVER || this == LIVE_FAILOVER;
    }

    /** The column {@code job_category} of our jobs of this kind; null for {@link #OPERATION}. */
    public String jobCategory() {
        return jobCategory;
    }
}
