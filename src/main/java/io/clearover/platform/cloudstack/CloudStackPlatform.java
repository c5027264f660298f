package io.clearover.platform.cloudstack;

import io.clearover.platform.ActiveDestination;
import io.clearover.platform.CallPermit;
import io.clearover.platform.DestinationPlatform;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.NewVm;
import io.clearover.platform.Snapshot;
import io.clearover.platform.Volume;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The destination platform, when it is Apache CloudStack: says which of its small parts does what. */
@ApplicationScoped
public class CloudStackPlatform implements DestinationPlatform {

    private final CloudStackClient client;
    private final CloudStackSnapshots snapshots;
    private final CloudStackVms vms;
    private final CloudStackVolumes volumes;

    @Inject
    public CloudStackPlatform(
            ActiveDestination destination,
            @ConfigProperty(name = "clearover.destination.connect-timeout", defaultValue = "PT5S")
                    Duration connectTimeout,
            @ConfigProperty(name = "clearover.destination.request-timeout", defaultValue = "PT30S")
                    Duration requestTimeout,
            @ConfigProperty(name = "clearover.destination.poll-interval", defaultValue = "PT1S") Duration pollInterval,
            @ConfigProperty(name = "clearover.destination.job-timeout", defaultValue = "PT10M") Duration jobTimeout,
            CallRetry retry,
            CallPermit permit) {
        this(new CloudStackClient(
                destination::settings,
                new Transport(new HttpExchange(connectTimeout, permit), requestTimeout),
                new PollPolicy(pollInterval, jobTimeout),
                retry,
                permit,
                Clock.systemUTC()));
    }

    CloudStackPlatform(CloudStackClient client) {
        this.client = client;
        this.vms = new CloudStackVms(client);
        this.volumes = new CloudStackVolumes(client);
        this.snapshots = new CloudStackSnapshots(client, volumes);
    }

    /** For the client proxy. */
    protected CloudStackPlatform() {
        this((CloudStackClient) null);
    }

    /** Asked once only: it says how things are now. */
    @Override
    public void check() {
        client.call("listZones", Map.of());
    }

    @Override
    public String createSnapshot(String volumeId, String name) {
        return snapshots.create(volumeId, name);
    }

    @Override
    public List<Snapshot> snapshotsOf(String volumeId) {
        return snapshots.of(volumeId);
    }

    @Override
    public void revertSnapshot(String snapshotId) {
        snapshots.revert(snapshotId);
    }

    @Override
    public void deleteSnapshot(String snapshotId) {
        snapshots.delete(snapshotId);
    }

    @Override
    public String createVm(NewVm vm) {
        return vms.create(vm);
    }

    @Override
    public Optional<DestinationVm> vm(String vmId) {
        return vms.find(vmId);
    }

    @Override
    public Optional<DestinationVm> vmNamed(String name, String displayName) {
        return vms.named(name, displayName);
    }

    @Override
    public void addNic(String vmId, String networkId) {
        vms.addNic(vmId, networkId);
    }

    @Override
    public void startVm(String vmId) {
        vms.start(vmId);
    }

    @Override
    public void stopVm(String vmId, boolean forced) {
        vms.stop(vmId, forced);
    }

    @Override
    public void deleteVm(String vmId) {
        vms.delete(vmId);
    }

    @Override
    public List<Volume> volumesOf(String vmId) {
        return volumes.of(vmId);
    }

    @Override
    public Optional<Volume> volume(String volumeId) {
        return volumes.find(volumeId);
    }

    @Override
    public void detachVolume(String volumeId) {
        volumes.detach(volumeId);
    }

    @Override
    public Volume attachVolume(String volumeId, String vmId, OptionalInt deviceId) {
        return volumes.attach(volumeId, vmId, deviceId);
    }

    @Override
    public void deleteVolume(String volumeId) {
        volumes.delete(volumeId);
    }

    @Override
    public String applianceVmId() {
        return ApplianceVm.id(client.settings());
    }
}
