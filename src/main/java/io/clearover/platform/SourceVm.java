package io.clearover.platform;

import java.util.List;

/**
 * A VM at the source, as just discovered.
 *
 * @param powerState as the appliance says it: poweredOn, poweredOff, suspended
 * @param networks the names of the networks that it is connected to, each once
 */
public record SourceVm(
        String id, String name, String path, String powerState, List<SourceDisk> disks, List<String> networks) {

    public SourceVm {
        disks = List.copyOf(disks);
        networks = List.copyOf(networks);
    }
}
