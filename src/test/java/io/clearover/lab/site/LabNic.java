package io.clearover.lab.site;

/**
 * A network card of a source VM.
 *
 * @param network the source network's name
 * @param mac     hardware address
 * @param label   what vSphere calls the card
 * @param live    where it is to be connected after a live failover
 * @param test    where it is to be connected after a test failover
 */
public record LabNic(String network, String mac, String label, LabNetwork live, LabNetwork test) {

    static final String VM_NETWORK = "VM Network";
    static final String DMZ = "DMZ VLAN 30";

    static LabNic lan(int host) {
        return new LabNic(VM_NETWORK, mac(host, 1), "Network adapter 1", LabNetwork.PRODUCTION, LabNetwork.TEST);
    }

    static LabNic dmz(int host) {
        return new LabNic(DMZ, mac(host, 2), "Network adapter 2", LabNetwork.PRODUCTION_DMZ, LabNetwork.TEST_DMZ);
    }

    private static String mac(int host, int card) {
        return "00:50:56:%02x:%02x:%02x".formatted(0x85 + host * 7 / 256, host * 7 % 256, card);
    }
}
