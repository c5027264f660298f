package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.job.JobKind;
import io.clearover.vm.Vm;

/** Knows how operations of some kinds are run, from nothing but what is recorded of them. */
public interface OperationFactory {

    boolean runs(JobKind kind);

    /** The plan of an operation that is about to start or was taken over. */
    OperationPlan plan(Job job, Vm vm);
}
