package io.clearover.platform;

/**
 * A network of the destination with all that it tells of one. Texts are empty where it tells nothing.
 *
 * @param state as in {@link DestinationNetwork}
 * @param type as the platform calls it: Isolated, Shared, L2
 * @param trafficType Guest for those that VMs can be in
 */
public record AvailableNetwork(
        String id,
        String name,
        String displayText,
        String state,
        String zoneId,
        String zoneName,
        String offering,
        String offeringId,
        String type,
        String trafficType,
        String gateway,
        String netmask,
        String cidr,
        String vlan,
        String broadcastUri,
        boolean isDefault,
        boolean canUseForDeploy,
        boolean isSystem,
        boolean isPersistent,
        boolean restartRequired,
        boolean specifyIpRanges,
        String aclType,
        String networkDomain,
        String dns1,
        String dns2,
        String related) {}
