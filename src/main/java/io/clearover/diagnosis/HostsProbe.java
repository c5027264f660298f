package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.HostRoom;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** There is one host that holds the VM: what a zone has left is no use to a VM that fits nowhere. */
@ApplicationScoped
class HostsProbe implements Probe {

    private static final ProbeScope SCOPE = ProbeScope.of(
            Side.DESTINATION,
            FaultObject.CAPACITY,
            Set.of(FaultObject.HOST),
            Condition.EXHAUSTED,
            Condition.WRONG_STATE,
            Condition.NOT_FOUND);

    @Override
    public ProbeScope scope() {
        return SCOPE;
    }

    @Override
    public String name() {
        return "hosts";
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    /** Room may come until the VM is made, and the destination knows better than this what a host holds. */
    @Override
    public boolean belongsToOperation() {
        return false;
    }

    @Override
    public Finding look(ProbeTarget target) {
        Optional<List<HostRoom>> hosts = target.destination().hosts();
        if (hosts.isEmpty()) {
            return Finding.of("unknown");
        }
        Vm vm = target.vm();
        return hosts.get().stream().anyMatch(host -> host.holds(vm.cpuCount(), vm.memoryMb()))
                ? Finding.of("room")
                : Finding.of("no-room", shortage(vm, hosts.get()));
    }

    private static String shortage(Vm vm, List<HostRoom> hosts) {
        String best = hosts.stream()
                .filter(HostRoom::enabled)
                .max(Comparator.comparingLong(HostRoom::freeMemoryMb))
                .map(host -> "most is left on %s: %d MiB".formatted(host.name(), host.freeMemoryMb()))
                .orElse("none of them is up and enabled");
        return "no host of %d has %d CPUs and %d MiB of memory left; %s"
                .formatted(hosts.size(), vm.cpuCount(), vm.memoryMb(), best);
    }
}
