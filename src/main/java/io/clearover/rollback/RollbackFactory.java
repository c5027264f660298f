package io.clearover.rollback;

import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.job.JobMetadata;
import io.clearover.operation.BoundStep;
import io.clearover.operation.OperationFactory;
import io.clearover.operation.OperationPlan;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How rollbacks are run. They have no undo: each step looks at what is there, so that one can be run again. */
@ApplicationScoped
public class RollbackFactory implements OperationFactory {

    private final RollbackPlan plan;

    RollbackFactory() {
        this(null);
    }

    @Inject
    public RollbackFactory(RollbackPlan plan) {
        this.plan = plan;
    }

    @Override
    public boolean runs(JobKind kind) {
        return kind == JobKind.ROLLBACK;
    }

    @Override
    public OperationPlan plan(Job job, Vm vm) {
        JobMetadata record = job.record(plan.names(job.type()));
        boolean powerOn = Boolean.TRUE.equals(record.powerOnSource());
        Rollback rollback = Rollback.of(job, vm, powerOn);
        return new OperationPlan(
                rollback,
                record,
                plan.steps(rollback.type()).stream()
                        .map(step -> BoundStep.of(step, rollback))
                        .toList(),
                List.of());
    }
}
