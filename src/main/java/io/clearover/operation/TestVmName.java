package io.clearover.operation;

/**
 * What a failover calls the VM that it makes. It follows from the VM and the job alone, so that a rollback finds the VM
 * even if the failover died before it could note its id.
 */
public final class TestVmName {

    private static final int LONGEST = 63;

    private TestVmName() {}

    /**
     * {@code web01-test-1759501320}: letters, digits and hyphens, at most 63 characters.
     *
     * @param externalJobId the failover's, which ends in its time
     */
    public static String of(String vmName, String externalJobId) {
        String suffix = "-test-" + externalJobId.substring(externalJobId.lastIndexOf('-') + 1);
        String name = vmName.replaceAll("[^A-Za-z0-9-]", "-");
        return name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix;
    }
}
