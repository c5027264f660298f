package io.clearover.failover;

import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.job.JobMetadata;
import io.clearover.operation.Course;
import io.clearover.operation.Runbook;
import io.clearover.operation.Task;
import io.clearover.rollback.FailoverUndo;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How failovers are run: by the plan, and by a rollback's steps where it has to be undone. */
@ApplicationScoped
public class FailoverRunbook implements Runbook {

    private final FailoverPlan plan;
    private final FailoverUndo undo;

    FailoverRunbook() {
        this(null, null);
    }

    @Inject
    public FailoverRunbook(FailoverPlan plan, FailoverUndo undo) {
        this.plan = plan;
        this.undo = undo;
    }

    @Override
    public boolean runs(JobKind kind) {
        return kind.isFailover();
    }

    @Override
    public Course course(Job job, Vm vm) {
        JobMetadata record = job.record(plan.names());
        Failover failover = new Failover(job, record.options(), vm);
        return new Course(
                failover,
                record,
                plan.steps().stream().map(step -> Task.of(step, failover)).toList(),
                undo.of(job, vm));
    }
}
