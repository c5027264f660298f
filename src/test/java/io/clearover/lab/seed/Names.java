package io.clearover.lab.seed;

import io.clearover.lab.site.LabNic;
import io.clearover.lab.site.LabVm;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids and texts that the appliance makes from other values. */
final class Names {

    private Names() {}

    /** A UUID that is always the same for the same thing. */
    static String uuid(String thing) {
        return UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A VM's network cards as {@code vm_disks.network_config} holds them. */
    static String networkConfig(LabVm vm) {
        JsonArrayBuilder cards = Json.createArrayBuilder();
        for (LabNic nic : vm.nics()) {
            cards.add(Json.createObjectBuilder()
                    .add("network_name", nic.network())
                    .add("adapter_type", "vmxnet3")
                    .add("mac_address", nic.mac())
                    .add("connected", true)
                    .add("label", nic.label()));
        }
        return cards.build().toString();
    }
}
