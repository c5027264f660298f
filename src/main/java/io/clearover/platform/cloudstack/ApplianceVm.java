package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationSettings;
import io.clearover.platform.PlatformException;

/** The VM that the appliance itself runs in. */
final class ApplianceVm {

    private ApplianceVm() {}

    /** @throws PlatformException when it isn't configured */
    static String id(DestinationSettings settings) {
        String id = settings.applianceVmId();
        if (id == null || id.isBlank()) {
            throw new PlatformException(
                    "no appliance VM id (oma_vm_id) is configured in the active row of ossea_configs");
        }
        return id.strip();
    }
}
