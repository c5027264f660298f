package io.clearover.rollback;

import io.clearover.job.FailoverType;
import io.clearover.job.Job;
import io.clearover.operation.Course.Undo;
import io.clearover.operation.Task;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rollback's steps as the undo of a failover: each only if the failover had begun the step that it takes back. */
@ApplicationScoped
public class FailoverUndo {

    private static final String SNAPSHOTS = "multi-volume-snapshot-creation";

    private static final Map<String, Set<String>> AFTER = Map.of(
            "test-vm-shutdown", Set.of("vm-startup-and-validation"),
            "volume-detachment", Set.of(SNAPSHOTS),
            "cloudstack-snapshot-rollback", Set.of(SNAPSHOTS),
            "volume-reattachment-to-oma", Set.of(SNAPSHOTS),
            "test-vm-deletion", Set.of("vm-creation"),
            "source-vm-power-on", Set.of("source-vm-power-off"));

    private final RollbackPlan plan;

    FailoverUndo() {
        this(null);
    }

    @Inject
    public FailoverUndo(RollbackPlan plan) {
        this.plan = plan;
    }

    /** What takes a failover back. */
    public List<Undo> of(Job failover, Vm vm) {
        Rollback rollback = Rollback.of(failover, vm, true);
        return plan.steps(FailoverType.LIVE).stream()
                .filter(step -> AFTER.containsKey(step.name()))
                .map(step -> new Undo(Task.of(step, rollback), AFTER.get(step.name())))
                .toList();
    }
}
