package io.clearover.vm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The networks of a VM at the source, and what they are mapped to for one type of failover.
 *
 * @param sources names of the source's networks in the order of the VM's NICs, each once; empty if none is known
 * @param mapped ids of the destination's networks by the names of the source's
 */
public record MappedNetworks(List<String> sources, Map<String, String> mapped) {

    static MappedNetworks of(List<String> sources, List<NetworkMappings.Mapping> mappings) {
        Map<String, String> mapped = new LinkedHashMap<>();
        mappings.forEach(mapping -> mapped.putIfAbsent(mapping.sourceNetworkName(), mapping.destinationNetworkId()));
        return new MappedNetworks(sources, mapped);
    }

    /** Whether there is a mapping, and one for each known network of the source. */
    public boolean complete() {
        return !mapped.isEmpty() && unmapped().isEmpty();
    }

    /** Names of the source's networks without a mapping. */
    public List<String> unmapped() {
        return sources.stream().filter(name -> !mapped.containsKey(name)).toList();
    }

    /** Ids of the destination's networks that are known, in the order of the VM's NICs, each once. */
    public List<String> destinations() {
        return (sources.isEmpty() ? List.copyOf(mapped.keySet()) : sources)
                .stream().map(mapped::get).filter(Objects::nonNull).distinct().toList();
    }
}
