package io.clearover.job;

import java.time.Instant;

/**
 * The id of a job that people and scripts see: {@code unified-test-failover-web01-1759501320}, in the appliance's form.
 * The column holds 64 characters, so a long VM name is cut in the middle of the id, never its time.
 */
public record ExternalJobId(String value) {

    private static final int LONGEST = 64;

    /**
     * The id of an operation on a VM that starts at an instant.
     *
     * @param type of the failover, or of the one that is rolled back
     */
    public static ExternalJobId of(JobKind kind, FailoverType type, String vmName, Instant start) {
        String prefix = "%s-%s-failover-".formatted(kind == JobKind.ROLLBACK ? "rollback" : "unified", type.text());
        String suffix = "-" + start.getEpochSecond();
        int room = LONGEST - prefix.length() - suffix.length();
        String name = vmName.replaceAll("[^A-Za-z0-9.-]", "-");
        return new ExternalJobId(prefix + name.substring(0, Math.min(room, name.length())) + suffix);
    }

    /** The seconds since 1970 at its end: what the names of the things that the operation makes carry. */
    public String time() {
        return value.substring(value.lastIndexOf('-') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
