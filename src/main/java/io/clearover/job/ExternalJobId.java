package io.clearover.job;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a job that people and scripts see: {@code unified-test-failover-web01-17595013200k3x9q2ab1}, in the appliance's
 * form. At its end is the job's stamp: the second in which it started, as the appliance has it, then its microsecond and a
 * number made from the job's own id, so that no two jobs share one, whatever their VMs are called. The stamps of one VM's jobs
 * sort as the jobs started.
 *
 * <p>It is recorded in letters, digits, dots and hyphens, which every system on the way takes, and in 64 characters, as many as
 * the column holds: a name that doesn't fit gets a shorter beginning, and one that still doesn't is cut, never the stamp. Who has
 * to see the VM's name in it gets it {@linkplain #named with that name}, and {@link #recorded} leads back.
 *
 * @param value as it is recorded
 */
public record ExternalJobId(String value) {

    private static final int LONGEST = 64;

    /** What ends a segment of an address or begins something else in it, and what none can have, encoded or not. */
    private static final Pattern IN_NO_ADDRESS = Pattern.compile("[\\p{Cntrl}/\\\\#?%;|^\\[\\]]");

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9.-]");

    private static final int BASE = 36;
    private static final int DIGITS_OF_SECOND = 10;
    private static final int DIGITS_OF_MICROSECOND = 4;
    private static final int DIGITS_OF_ID = 6;
    private static final long ID_BITS = 0x7fff_ffff;

    /** How an id with our stamp ends; other programs end theirs with the second. */
    private static final Pattern STAMP = Pattern.compile(
            "-[0-9]{%d}[0-9a-z]{%d}$".formatted(DIGITS_OF_SECOND, DIGITS_OF_MICROSECOND + DIGITS_OF_ID));

    /**
     * The id of an operation on a VM that starts at an instant.
     *
     * @param type of the failover, or of the one that is rolled back
     * @param job the job's own id, a UUID
     */
    public static ExternalJobId of(JobKind kind, FailoverType type, String vmName, Instant start, JobId job) {
        return new ExternalJobId(recorded(named(kind, type, vmName, stamp(start, job))));
    }

    /**
     * The id with the VM's name as it is, but for what no address can carry; longer than 64 characters if the name is longer than
     * 38, in a rollback 34.
     *
     * @param type of the failover, or of the one that is rolled back
     */
    public String named(JobKind kind, FailoverType type, String vmName) {
        String named = named(kind, type, vmName, stamp());
        return recorded(named).equals(value) ? named : value;
    }

    private static String named(JobKind kind, FailoverType type, String vmName, String stamp) {
        String name = IN_NO_ADDRESS.matcher(vmName).replaceAll("-") + "-" + stamp;
        String full =
                "%s-%s-failover-%s".formatted(kind == JobKind.ROLLBACK ? "rollback" : "unified", type.text(), name);
        String shorter = (kind == JobKind.ROLLBACK ? "rollback" : type.text()) + "-" + name;
        return full.length() > LONGEST && shorter.length() <= LONGEST ? shorter : full;
    }

    /** What is recorded of an id that may have a VM's name in it; an id of another program is as it is. */
    static String recorded(String id) {
        Matcher stamp = STAMP.matcher(id);
        if (!stamp.find()) {
            return id;
        }
        String plain = NOT_PLAIN.matcher(id).replaceAll("-");
        int room = Math.min(LONGEST, plain.length()) - stamp.group().length();
        return plain.substring(0, room) + stamp.group();
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
