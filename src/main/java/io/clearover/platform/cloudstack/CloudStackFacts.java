package io.clearover.platform.cloudstack;

import io.clearover.platform.AvailableNetwork;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.DestinationNetwork;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.HostRoom;
import io.clearover.platform.PendingWork;
import io.clearover.platform.Resource;
import io.clearover.platform.Snapshot;
import io.clearover.platform.Volume;
import io.clearover.platform.http.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of one CloudStack with certain settings. */
final class CloudStackFacts implements DestinationFacts {

    private final CloudStackClient client;
    private final DestinationSettings settings;
    private final NameOrId ids;
    private final CloudStackVms vms;
    private final CloudStackVolumes volumes;
    private final CloudStackSnapshots snapshots;
    private final FreeCapacity capacity;
    private final CloudStackWorkload workload;

    CloudStackFacts(CloudStackClient client, DestinationSettings settings) {
        this.client = client;
        this.settings = settings;
        this.ids = new NameOrId(client);
        this.vms = new CloudStackVms(client);
        this.volumes = new CloudStackVolumes(client);
        this.snapshots = new CloudStackSnapshots(client, volumes);
        this.capacity = new FreeCapacity(client);
        this.workload = new CloudStackWorkload(client);
    }

    @Override
    public void requireReachable() {
        client.read("listZones", Map.of());
    }

    @Override
    public Optional<String> requireZone() {
        return unless(ids.zoneFields(settings.zone()), "allocationstate", "Enabled");
    }

    @Override
    public Optional<String> requireServiceOffering() {
        return unless(ids.serviceOfferingFields(settings.serviceOfferingId()), "state", "Active");
    }

    @Override
    public Optional<String> requireTemplate() {
        return unless(ids.templateFields(settings.templateId()), "isready", "true");
    }

    /** What CloudStack's older versions don't tell is no obstacle. */
    private static Optional<String> unless(JsonFields found, String field, String usable) {
        return Optional.of(found.text(field))
                .filter(state -> !state.isEmpty() && !state.equalsIgnoreCase(usable))
                .map(state -> "%s of \"%s\" is %s".formatted(field, found.text("name"), state));
    }

    @Override
    public Optional<DestinationNetwork> network(String networkId) {
        return CloudStackNetworks.find(client, networkId);
    }

    @Override
    public List<AvailableNetwork> networks() {
        return CloudStackNetworks.all(client);
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
    public Optional<DestinationVm> vmNamed(String name, String displayName) {
        return vms.named(name, displayName);
    }

    @Override
    public List<Snapshot> snapshotsOf(String volumeId) {
        return snapshots.of(volumeId);
    }

    @Override
    public Optional<List<PendingWork>> pendingWork() {
        return workload.pendingWork();
    }

    @Override
    public Optional<List<HostRoom>> hosts() {
        return workload.hosts(ids.zone(settings.zone()));
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
