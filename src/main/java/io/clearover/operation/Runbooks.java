package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.vm.Vm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds the runbook of a job. Thread-safe. */
@ApplicationScoped
public class Runbooks {

    private final Instance<Runbook> all;

    Runbooks() {
        this(null);
    }

    @Inject
    public Runbooks(@Any Instance<Runbook> all) {
        this.all = all;
    }

    /** @throws IllegalArgumentException if no runbook is for jobs of this kind */
    public Course course(Job job, Vm vm) {
        return all.stream()
                .filter(runbook -> runbook.runs(job.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing here runs jobs of kind " + job.kind()))
                .course(job, vm);
    }
}
