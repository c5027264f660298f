package io.clearover.operation;

import io.clearover.job.FailoverType;
import io.clearover.platform.DestinationVm;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a failover calls the VM that it makes. It follows from the VM and the job alone, so that a server that goes on with the
 * failover, an undo or a rollback find the VM even if the one that made it died before it could note its id.
 */
public final class DestinationVmName {

    private static final int LONGEST = 63;

    private DestinationVmName() {}

    /**
     * {@code web01-test-1759501320} in a test, {@code web01} for good: letters, digits and hyphens, at most 63 characters.
     *
     * @param externalJobId the failover's, which ends in its stamp
     */
    public static String of(FailoverType type, String vmName, String externalJobId) {
        String suffix =
                type == FailoverType.LIVE ? "" : "-test-" + externalJobId.substring(externalJobId.lastIndexOf('-') + 1);
        String name = vmName.replaceAll("[^A-Za-z0-9-]", "-");
        return name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix;
    }

    /**
     * What people read there, {@code web01 (unified-live-failover-web01-1759501320)}: the mark by which the VM is known as
     * this failover's, since another VM may have its name.
     *
     * @param externalJobId the failover's, which no other has
     */
    public static String marked(String name, String externalJobId) {
        return "%s (%s)".formatted(name, externalJobId);
    }

    /**
     * The VM that a failover made, unless it was removed.
     *
     * @param vmNamed finds a VM by its name and by what people read there
     * @param externalJobId the failover's
     */
    public static Optional<DestinationVm> find(
            BiFunction<String, String, Optional<DestinationVm>> vmNamed,
            FailoverType type,
            String vmName,
            String externalJobId) {
        String name = of(type, vmName, externalJobId);
        return vmNamed.apply(name, marked(name, externalJobId)).filter(vm -> !vm.removed());
    }
}
