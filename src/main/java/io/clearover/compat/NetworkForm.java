package io.clearover.compat;

import io.clearover.platform.AvailableNetwork;
import java.util.Map;

/**
 * A network of the destination in the appliance's form.
 *
 * @param gateway empty but for admins, as all that tells addresses, domains and ids of what is around it
 * @param isShared always false, as in the appliance
 * @param tags always empty, as created
 */
public record NetworkForm(
        String id,
        String name,
        String displayText,
        String state,
        String zoneId,
        String zoneName,
        String networkOffering,
        String networkOfferingId,
        String networkType,
        String type,
        String trafficType,
        String gateway,
        String netmask,
        String cidr,
        String vlan,
        String broadcastUri,
        boolean isDefault,
        boolean isShared,
        boolean canUseForDeploy,
        boolean isSystem,
        boolean isPersistent,
        boolean restartRequired,
        boolean specifyIpRanges,
        String aclType,
        String networkDomain,
        String dns1,
        String dns2,
        Map<String, String> tags,
        String related,
        String created) {

    /** @param admin whether addresses and what is around the network may be told */
    public static NetworkForm of(AvailableNetwork network, boolean admin) {
        return new NetworkForm(
                network.id(),
                network.name(),
                network.displayText(),
                network.state(),
                admin ? network.zoneId() : "",
                network.zoneName(),
                admin ? network.offering() : "",
                admin ? network.offeringId() : "",
                network.type(),
                network.type(),
                network.trafficType(),
                admin ? network.gateway() : "",
                admin ? network.netmask() : "",
                admin ? network.cidr() : "",
                admin ? network.vlan() : "",
                admin ? network.broadcastUri() : "",
                network.isDefault(),
                false,
                network.canUseForDeploy(),
                network.isSystem(),
                network.isPersistent(),
                network.restartRequired(),
                network.specifyIpRanges(),
                network.aclType(),
                admin ? network.networkDomain() : "",
                admin ? network.dns1() : "",
                admin ? network.dns2() : "",
                Map.of(),
                admin ? network.related() : "",
                "");
    }
}
