package io.clearover.diagnosis;

import io.clearover.explain.Explanation;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.DestinationFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All probes, in the order in which people read what they find. */
@ApplicationScoped
public class Probes {

    private static final Condition[] NOT_USABLE = {
        Condition.NOT_FOUND, Condition.WRONG_STATE, Condition.MISSING, Condition.INVALID
    };

    private static final Set<String> DOORS = Set.of("destination", "source");

    private static final Set<String> RECORDS = Set.of("vm-state", "running-operation", "replication", "last-sync");

    private final List<Probe> all;

    Probes() {
        this.all = List.of();
    }

    @Inject
    public Probes(
            VmStateProbe vmState,
            RunningOperationProbe runningOperation,
            ReplicationProbe replication,
            NetworkMappingProbe networkMapping,
            VolumesProbe volumes,
            NetworksProbe networks,
            VmNameProbe vmName,
            DriverToolProbe driverTool,
            SourceProbe source,
            SourceVmProbe sourceVm,
            LastSyncProbe lastSync,
            VolumeUseProbe volumeUse,
            HostsProbe hosts,
            SnapshotsProbe snapshots,
            LeftOversProbe leftOvers,
            VolumeDevicesProbe volumeDevices,
            ExportsProbe exports,
            DatabaseProbe database,
            DiskSpaceProbe diskSpace) {
        this.all = List.of(
                vmState,
                runningOperation,
                replication,
                networkMapping,
                new DestinationFactProbe(
                        "destination", ProbeScope.ofService(Side.DESTINATION), "reachable", destination -> {
                            destination.requireReachable();
                            return Optional.empty();
                        }),
                volumes,
                volumeUse,
                snapshots,
                leftOvers,
                networks,
                new DestinationFactProbe("zone", configured(FaultObject.ZONE), "found", DestinationFacts::requireZone),
                new DestinationFactProbe(
                        "service-offering",
                        configured(FaultObject.OFFERING),
                        "found",
                        DestinationFacts::requireServiceOffering),
                new DestinationFactProbe(
                        "template", configured(FaultObject.TEMPLATE), "found", DestinationFacts::requireTemplate),
                RoomProbe.capacity(),
                hosts,
                RoomProbe.quota(),
                vmName,
                driverTool,
                volumeDevices,
                exports,
                database,
                diskSpace,
                source,
                sourceVm,
                lastSync);
    }

    private static ProbeScope configured(FaultObject object) {
        return ProbeScope.of(Side.DESTINATION, object, NOT_USABLE);
    }

    /** Those that have something to look at before a failover. */
    public List<Probe> beforeFailover(ProbeTarget target) {
        return all.stream()
                .filter(Probe::belongsToPreflight)
                .filter(probe -> probe.appliesTo(target))
                .toList();
    }

    /**
     * Those that belong to a failure: they look at its object, or tell whether its side can be asked at all. All if that is not
     * known, but those that judge what is recorded rather than how things are.
     */
    public List<Probe> about(Explanation why, ProbeTarget target) {
        List<Probe> applicable =
                all.stream().filter(probe -> probe.appliesTo(target)).toList();
        List<Probe> belonging = applicable.stream()
                .filter(probe -> probe.scope().isAbout(why) || isDoorOf(probe, why))
                .toList();
        boolean known = belonging.stream().anyMatch(probe -> probe.scope().isAbout(why));
        return known
                ? belonging
                : applicable.stream()
                        .filter(probe -> !RECORDS.contains(probe.name()))
                        .toList();
    }

    /** Whether it tells if the failure's side answers. */
    private static boolean isDoorOf(Probe probe, Explanation why) {
        return DOORS.contains(probe.name()) && probe.scope().isOn(why.side());
    }

    /** Those that a failover itself asks before it changes anything. */
    public List<Probe> withinOperation(ProbeTarget target) {
        return all.stream()
                .filter(Probe::belongsToOperation)
                .filter(probe -> probe.appliesTo(target))
                .toList();
    }
}
