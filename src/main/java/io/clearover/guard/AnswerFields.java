package io.clearover.guard;

import java.util.Set;

/**
 * Which fields of answers hold data rather than text for people: ids, times, addresses of this API, and names that people
 * gave or that a request named. They may look technical; nothing else may.
 */
final class AnswerFields {

    private static final Set<String> ENDINGS = Set.of("_id", "_at", "_url");

    private static final Set<String> DATA = Set.of(
            "datacenter",
            "documentation",
            "field",
            "ignored_fields",
            "instance",
            "note",
            "os_type",
            "recorded_by",
            "retry_of",
            "started_by",
            "timestamp",
            "type",
            "vcenter_host",
            "vm_name");

    /** What only the answer itself has, not the things in it: the signed-in user's name, but no step's. */
    private static final Set<String> DATA_OF_THE_ANSWER = Set.of("name");

    private AnswerFields() {}

    /**
     * @param name null outside any field
     * @param depth 1 for a field of the answer itself
     */
    static boolean holdsData(String name, int depth) {
        return name != null
                && (DATA.contains(name)
                        || ENDINGS.stream().anyMatch(name::endsWith)
                        || (depth == 1 && DATA_OF_THE_ANSWER.contains(name)));
    }
}
