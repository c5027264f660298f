package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.ApplianceHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The appliance has disk space left for logs and for what the tools write while they work. */
@ApplicationScoped
class DiskSpaceProbe implements Probe {

    private static final long MIB = 1024L * 1024;

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.APPLIANCE,
            FaultObject.CAPACITY,
            Set.of(FaultObject.STORAGE, FaultObject.FILE_SYSTEM),
            Condition.EXHAUSTED);

    private final ApplianceHost host;
    private final long leastMib;

    DiskSpaceProbe() {
        this(null, 0);
    }

    /** @param leastMib how many MiB have to be free */
    @Inject
    public DiskSpaceProbe(
            ApplianceHost host,
            @ConfigProperty(name = "clearover.appliance.min-free-space-mib", defaultValue = "512") long leastMib) {
        this.host = host;
        this.leastMib = leastMib;
    }

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "disk-space";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.APPLIANCE;
    }

    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        Optional<Map.Entry<String, Long>> least =
                host.freeSpace().entrySet().stream().min(Comparator.comparingLong(Map.Entry::getValue));
        return least.filter(folder -> folder.getValue() / MIB < leastMib)
                .map(folder ->
                        Finding.of("low", "%d MiB are free at %s".formatted(folder.getValue() / MIB, folder.getKey())))
                .orElseGet(() -> Finding.of(least.isEmpty() ? "unknown" : "enough"));
    }
}
