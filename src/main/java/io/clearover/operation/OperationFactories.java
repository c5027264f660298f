package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds the factory of a job. Thread-safe. */
@ApplicationScoped
public class OperationFactories {

    private final Instance<OperationFactory> all;

    OperationFactories() {
        this(null);
    }

    @Inject
    public OperationFactories(@Any Instance<OperationFactory> all) {
        this.all = all;
    }

    /** @throws IllegalArgumentException if no factory is for jobs of this kind */
    public OperationPlan plan(Job job, Vm vm) {
        return all.stream()
                .filter(factory -> factory.runs(job.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing here runs jobs of kind " + job.kind()))
                .plan(job, vm);
    }
}
