package io.clearover.diagnosis;

import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import io.clearover.platform.DestinationFacts;
import io.clearover.platform.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The destination has room for one more VM, as far as it tells.
 *
 * @param name its slug
 * @param scope what it speaks of
 * @param error how a raw error for too little begins
 * @param free what is left; nothing for what isn't told
 * @param needed what the VM takes of each
 */
record RoomProbe(
        String name,
        ProbeScope scope,
        String error,
        Function<DestinationFacts, Map<Resource, Long>> free,
        Function<ProbeTarget, Map<Resource, Long>> needed)
        implements Probe {

    /** Of the zone. The volumes are there already; how much the new VM computes depends on its offering. */
    static RoomProbe capacity() {
        return new RoomProbe(
                "capacity",
                ProbeScope.of(Side.DESTINATION, FaultObject.CAPACITY, Set.of(FaultObject.HOST), Condition.EXHAUSTED),
                "insufficient capacity at the destination: ",
                DestinationFacts::freeCapacity,
                target ->
                        Map.of(Resource.MEMORY, (long) target.vm().memoryMb(), Resource.CPU, 1L, Resource.STORAGE, 1L));
    }

    /** Of the account. The new VM is made with a volume of its own, which is removed later. */
    static RoomProbe quota() {
        return new RoomProbe(
                "quota",
                ProbeScope.of(Side.DESTINATION, FaultObject.CAPACITY, Condition.EXHAUSTED),
                "quota exceeded for the account: ",
                DestinationFacts::freeQuota,
                target -> Map.of(
                        Resource.VM, 1L,
                        Resource.VOLUME, 1L,
                        Resource.SNAPSHOT, (long) target.disks().size(),
                        Resource.CPU, (long) target.vm().cpuCount(),
                        Resource.MEMORY, (long) target.vm().memoryMb()));
    }

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public Finding look(ProbeTarget target) {
        Map<Resource, Long> left = free.apply(target.destination());
        return left.isEmpty() ? Finding.of("unknown") : Finding.of("enough", shortage(left, needed.apply(target)));
    }

    private Optional<String> shortage(Map<Resource, Long> left, Map<Resource, Long> need) {
        return new TreeMap<>(need)
                .entrySet().stream()
                        .filter(each -> left.getOrDefault(each.getKey(), Long.MAX_VALUE) < each.getValue())
                        .findFirst()
                        .map(each -> error
                                + "%s has %d left, %d needed"
                                        .formatted(each.getKey(), left.get(each.getKey()), each.getValue()));
    }
}
