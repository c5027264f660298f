package io.clearover.guard;

import java.util.Map;
import java.util.Set;

/**
 * Which fields of answers hold data rather than text for people: ids, times, addresses of this API, and names that people
 * gave or that a request named. They may look technical; nothing else may.
 */
final class AnswerFields {

    private static final Set<String> ENDINGS = Set.of("_id", "_at", "_url");

    private static final Set<String> DATA = Set.of(
            "datacenter",
            "destination_name",
            "destination_network_name",
            "documentation",
            "elapsed_time",
            "estimated_completion",
            "field",
            "id",
            "ignored_fields",
            "instance",
            "note",
            "os_type",
            "recorded_by",
            "retry_of",
            "source_network_name",
            "source_vm_name",
            "source_vm_path",
            "started_by",
            "target_network",
            "timestamp",
            "type",
            "vcenter_host",
            "vm_name",
            "vm_path",
            "zone_name");

    /** What things have that stand in a field of that name: networks, disks and VMs, whose names people gave. */
    private static final Map<String, Set<String>> DATA_IN = Map.of(
            "data", Set.of("name", "display_text"),
            "disks", Set.of("label", "display_name"),
            "source_vm", Set.of("name", "path"));

    /** What only the answer itself has, not the things in it: the signed-in user's name, but no step's. */
    private static final Set<String> DATA_OF_THE_ANSWER = Set.of("name");

    private AnswerFields() {}

    /**
     * @param name null outside any field
     * @param in the field whose object it is in, be it one of a list; empty if the answer's own
     * @param depth 1 for a field of the answer itself
     */
    static boolean holdsData(String name, String in, int depth) {
        return name != null
                && (DATA.contains(name)
                        || ENDINGS.stream().anyMatch(name::endsWith)
                        || DATA_IN.getOrDefault(in, Set.of()).contains(name)
                        || (depth == 1 && DATA_OF_THE_ANSWER.contains(name)));
    }
}
