package io.clearover.failover.preflight;

import io.clearover.failover.Intent;
import io.clearover.platform.DestinationFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** All checks, in the order in which people read them. */
@ApplicationScoped
class PreflightChecks {

    private final List<Check> all;

    PreflightChecks() {
        this.all = List.of();
    }

    @Inject
    public PreflightChecks(
            VmStateCheck vmState,
            RunningOperationCheck runningOperation,
            ReplicationCheck replication,
            NetworkMappingCheck networkMapping,
            VolumesCheck volumes,
            NetworksCheck networks,
            VmNameCheck vmName,
            DriverToolCheck driverTool,
            SourceCheck source,
            SourceVmCheck sourceVm,
            LastSyncCheck lastSync) {
        this.all = List.of(
                vmState,
                runningOperation,
                replication,
                networkMapping,
                new DestinationFactCheck("destination", "reachable", DestinationFacts::requireReachable),
                volumes,
                networks,
                new DestinationFactCheck("zone", "found", DestinationFacts::requireZone),
                new DestinationFactCheck("service-offering", "found", DestinationFacts::requireServiceOffering),
                new DestinationFactCheck("template", "found", DestinationFacts::requireTemplate),
                RoomCheck.capacity(),
                RoomCheck.quota(),
                vmName,
                driverTool,
                source,
                sourceVm,
                lastSync,
                new OptionCheck("without-drivers", Intent::risksNoDrivers),
                new OptionCheck("source-stays-on", Intent::risksTwoRunning),
                new OptionCheck("without-final-sync", Intent::risksOldData));
    }

    List<Check> of(PreflightTarget target) {
        return all.stream().filter(check -> check.appliesTo(target)).toList();
    }

    List<Check> withinOperation(PreflightTarget target) {
        return all.stream()
                .filter(Check::belongsToOperation)
                .filter(check -> check.appliesTo(target))
                .toList();
    }
}
