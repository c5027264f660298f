package io.clearover.job;

import java.util.List;
import java.util.Optional;

/** A job that has ended, with the steps that it began, in their order. */
public record EndedJob(Job job, List<JobStep> steps) {

    /** Name of the step that failed. */
    public Optional<String> failedStep() {
        return steps.stream()
                .filter(step -> step.status() == StepStatus.FAILED)
                .map(JobStep::name)
                .findFirst();
    }

    /** Names of the steps that did something, or tried to. */
    public List<String> stepsRun() {
        return steps.stream()
                .filter(step -> step.status() != StepStatus.SKIPPED)
                .map(JobStep::name)
                .toList();
    }

    public Progress progress() {
        return progress(steps, job.metadata());
    }

    static Progress progress(List<JobStep> steps, JobMetadata metadata) {
        int finished =
                (int) steps.stream().filter(step -> step.status().isFinished()).count();
        return new Progress(finished, Math.max(metadata.planned().size(), steps.size()));
    }
}
