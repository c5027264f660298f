package io.clearover.job;

import java.time.Instant;
import java.util.UUID;

/**
 * The id of a job that people and scripts see: {@code unified-test-failover-web01-17595013200k3x9q2ab1}, in the appliance's
 * form. At its end is the job's stamp: the second in which it started, as the appliance has it, then its microsecond and a
 * number made from the job's own id, so that no two jobs share one, whatever their VMs are called. The stamps of one VM's jobs
 * sort as the jobs started. The column holds 64 characters, so a long VM name is cut, never the stamp.
 */
public record ExternalJobId(String value) {

    private static final int LONGEST = 64;

    private static final int BASE = 36;
    private static final int DIGITS_OF_MICROSECOND = 4;
    private static final int DIGITS_OF_ID = 6;
    private static final long ID_BITS = 0x7fff_ffff;

    /**
     * The id of an operation on a VM that starts at an instant.
     *
     * @param type of the failover, or of the one that is rolled back
     * @param job the job's own id, a UUID
     */
    public static ExternalJobId of(JobKind kind, FailoverType type, String vmName, Instant start, JobId job) {
        String prefix = "%s-%s-failover-".formatted(kind == JobKind.ROLLBACK ? "rollback" : "unified", type.text());
        String suffix = "-" + stamp(start, job);
        int room = LONGEST - prefix.length() - suffix.length();
        String name = vmName.replaceAll("[^A-Za-z0-9.-]", "-");
        return new ExternalJobId(prefix + name.substring(0, Math.min(room, name.length())) + suffix);
    }

    private static String stamp(Instant start, JobId job) {
        long id = UUID.fromString(job.value()).getLeastSignificantBits() & ID_BITS;
        return start.getEpochSecond()
                + digits(start.getNano() / 1000, DIGITS_OF_MICROSECOND)
                + digits(id, DIGITS_OF_ID);
    }

    private static String digits(long number, int count) {
        String digits = Long.toString(number, BASE);
        return "0".repeat(count - digits.length()) + digits;
    }

    /** The stamp at its end, letters and digits: what the names of the things that the operation makes carry. */
    public String stamp() {
        return value.substring(value.lastIndexOf('-') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
