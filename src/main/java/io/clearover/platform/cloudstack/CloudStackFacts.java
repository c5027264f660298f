package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationFacts;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.Resource;
import io.clearover.platform.Volume;
import java.util.Map;
import java.util.Optional;

/** The facts of one CloudStack with certain settings. */
final class CloudStackFacts implements DestinationFacts {

    private final CloudStackClient client;
    private final DestinationSettings settings;
    private final NameOrId ids;
    private final CloudStackVms vms;
    private final CloudStackVolumes volumes;
    private final FreeCapacity capacity;

    CloudStackFacts(CloudStackClient client, DestinationSettings settings) {
        this.client = client;
        this.settings = settings;
        this.ids = new NameOrId(client);
        this.vms = new CloudStackVms(client);
        this.volumes = new CloudStackVolumes(client);
        this.capacity = new FreeCapacity(client);
    }

    @Override
    public void requireReachable() {
        client.read("listZones", Map.of());
    }

    @Override
    public void requireZone() {
        ids.zone(settings.zone());
    }

    @Override
    public void requireServiceOffering() {
        ids.serviceOffering(settings.serviceOfferingId());
    }

    @Override
    public void requireTemplate() {
        ids.template(settings.templateId());
    }

    @Override
    public boolean networkExists(String networkId) {
        return CloudStackNetworks.exists(client, networkId);
    }

    @Override
    public Optional<Volume> volume(String volumeId) {
        return volumes.find(volumeId);
    }

    @Override
    public Optional<DestinationVm> vmNamed(String name) {
        return vms.named(name);
    }

    @Override
    public String applianceVmId() {
        return ApplianceVm.id(settings);
    }

    @Override
    public Map<Resource, Long> freeCapacity() {
        return capacity.capacity(ids.zone(settings.zone()));
    }

    @Override
    public Map<Resource, Long> freeQuota() {
        return capacity.quota();
    }
}
