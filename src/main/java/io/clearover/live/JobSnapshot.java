package io.clearover.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One job as one look saw it.
 *
 * @param steps those that have begun, in their order
 */
record JobSnapshot(RoleSpecific<LiveJob> job, List<RoleSpecific<LiveStep>> steps) {

    String id() {
        return job.others().jobId();
    }

    boolean hasEnded() {
        return job.others().hasEnded();
    }

    /** Whether it ended at this instant or later; one whose end has no time may have. */
    boolean endedSince(Instant instant) {
        Instant end = job.others().completedAt();
        return hasEnded() && (end == null || !end.isBefore(instant));
    }

    /** All of it, as if everything were new: the steps, then the job. */
    List<JobChange> state() {
        return changes(steps);
    }

    /** What became different: the steps in their order, then the job. */
    List<JobChange> since(JobSnapshot before) {
        List<RoleSpecific<LiveStep>> changed = new ArrayList<>(steps);
        changed.removeAll(before.steps());
        return changed.isEmpty() && job.equals(before.job()) ? List.of() : changes(changed);
    }

    private List<JobChange> changes(List<RoleSpecific<LiveStep>> changed) {
        return Stream.concat(
                        changed.stream().map(step -> new JobChange("step", id(), step)),
                        Stream.of(new JobChange("job", id(), job)))
                .toList();
    }
}
