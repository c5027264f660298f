package io.clearover.lab.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A guest network of the destination.
 *
 * @param name   its name
 * @param subnet the first three parts of its addresses
 */
public record LabNetwork(String name, String subnet) {

    public static final LabNetwork PRODUCTION = new LabNetwork("prod-lan", "10.20.10");
    public static final LabNetwork PRODUCTION_DMZ = new LabNetwork("prod-dmz", "10.20.20");
    public static final LabNetwork TEST = new LabNetwork("failover-test", "10.99.10");
    public static final LabNetwork TEST_DMZ = new LabNetwork("failover-test-dmz", "10.99.20");

    public static final List<LabNetwork> ALL = List.of(PRODUCTION, PRODUCTION_DMZ, TEST, TEST_DMZ);

    public String id() {
        return UUID.nameUUIDFromBytes(("network " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
