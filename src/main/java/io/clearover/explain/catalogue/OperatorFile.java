package io.clearover.explain.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What became of the operator's own catalogue file. A file with any problem is not used at all: the built-in catalogue
 * then serves alone.
 *
 * @param path where it is; empty if none is configured
 * @param causes the ids of the causes that it added or replaced
 * @param problems each with entry, field and reason; empty if the file is used
 */
public record OperatorFile(Optional<String> path, List<String> causes, List<String> problems) {
    static final OperatorFile NONE = new OperatorFile(Optional.empty(), List.of(), List.of());

    public OperatorFile {
        causes = List.copyOf(causes);
        problems = List.copyOf(problems);
    }

    static OperatorFile used(String path, List<String> causes) {
        return new OperatorFile(Optional.of(path), causes, List.of());
    }

    static OperatorFile refused(String path, List<String> problems) {
        return new OperatorFile(Optional.of(path), List.of(), problems);
    }
}
