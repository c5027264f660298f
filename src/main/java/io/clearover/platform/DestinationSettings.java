package io.clearover.platform;

/**
 * The active destination: a row of {@code ossea_configs}.
 *
 * @param name what its administrator calls it
 * @param apiUrl where its API is, such as {@code https://cloud.example.com/client/api}
 * @param apiKey the account's key; a secret
 * @param secretKey what requests are signed with; a secret
 * @param zone name or id of the zone that VMs are created in
 * @param templateId name or id of the template for new VMs; may be null
 * @param serviceOfferingId name or id of the offering for new VMs; may be null
 * @param applianceVmId id of the VM at the destination that this appliance runs in; may be null
 */
public record DestinationSettings(
        String name,
        String apiUrl,
        String apiKey,
        String secretKey,
        String zone,
        String templateId,
        String serviceOfferingId,
        String applianceVmId) {

    /** Without the two secrets. */
    @Override
    public String toString() {
        return "DestinationSettings[name=" + name + ", apiUrl=" + apiUrl + ", zone=" + zone + "]";
    }
}
