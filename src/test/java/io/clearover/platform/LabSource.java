package io.clearover.platform;

import io.clearover.lab.LabKeys;
import io.clearover.lab.site.LabVm;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.vma.VmaAppliance;
import java.time.Duration;
import java.util.Optional;

/** The product's adapter at the source appliance of a lab. */
public final class LabSource {

    private LabSource() {}

    /** @param url of the lab, or of what stands before it */
    public static VmaAppliance appliance(String url, CallRetry retry) {
        return new VmaAppliance(
                url + "/api/v1",
                Optional.of(LabKeys.SOURCE_USERNAME),
                Optional.of(LabKeys.SOURCE_PASSWORD),
                "http://localhost:8082",
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                retry,
                CallPermit.ALWAYS);
    }

    /** Each call once. */
    public static VmaAppliance appliance(String url) {
        return appliance(url, CallRetry.NONE);
    }

    public static SourceRef ref(LabVm vm) {
        return new SourceRef(vm.vmwareId(), vm.name(), vm.path(), vm.vcenter(), vm.datacenter());
    }
}
