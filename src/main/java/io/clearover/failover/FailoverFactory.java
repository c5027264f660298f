package io.clearover.failover;

import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.job.JobMetadata;
import io.clearover.operation.BoundStep;
import io.clearover.operation.OperationFactory;
import io.clearover.operation.OperationPlan;
import io.clearover.rollback.FailoverUndo;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How failovers are run: by the plan, and by a rollback's steps where it has to be undone. */
@ApplicationScoped
public class FailoverFactory implements OperationFactory {

    private final FailoverPlan plan;
    private final FailoverUndo undo;

    FailoverFactory() {
        this(null, null);
    }

    @Inject
    public FailoverFactory(FailoverPlan plan, FailoverUndo undo) {
        this.plan = plan;
        this.undo = undo;
    }

    @Override
    public boolean runs(JobKind kind) {
        return kind.isFailover();
    }

    @Override
    public OperationPlan plan(Job job, Vm vm) {
        JobMetadata record = job.record(plan.names());
        Failover failover = new Failover(job, record.options(), vm);
        return new OperationPlan(
                failover,
                record,
                plan.steps().stream().map(step -> BoundStep.of(step, failover)).toList(),
                undo.of(job, vm));
    }
}
