package io.clearover.job.view;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * What a failed operation left behind, as it was seen at destination and source.
 *
 * @param checkedAt when it was looked for
 * @param complete whether all that may be left could be looked for: only then do no items mean that nothing is left
 * @param message all of it in a few plain words
 * @param items what is left, each by a name that people know
 */
public record LeftBehindView(Instant checkedAt, boolean complete, String message, List<Item> items) {

    /**
     * One thing that is left.
     *
     * @param kind vm, volume, snapshot, attachment, replication or source-off
     * @param vmName name of the VM that it is, belongs to or is attached to
     * @param disk which of the VM's disks it is about, the one with the operating system being 1; null if it is about none
     * @param message what it is
     * @param reason what that means
     * @param removedBy who can remove it: operator, destination_administrator, source_administrator, or nobody, as it ends by
     *     itself
     * @param removal how it goes away, in plain words
     * @param removedByRollback whether the next rollback of the VM removes it
     * @param technical the technical side of it; for admins alone, absent for others
     */
    public record Item(
            String kind,
            String vmName,
            Integer disk,
            String message,
            String reason,
            String removedBy,
            String removal,
            boolean removedByRollback,
            @JsonbNillable(false) String technical) {}
}
