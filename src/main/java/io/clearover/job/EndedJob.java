package io.clearover.job;

import java.util.List;
import java.util.Optional;

/** A job that has ended, with the steps that it began, in their order: first those of its plan, then those of its undo. */
public record EndedJob(Job job, List<JobStep> steps) {

    /** Name of the step of the plan that failed. */
    public Optional<String> failedStep() {
        return planned().stream()
                .filter(step -> step.status() == StepStatus.FAILED)
                .map(JobStep::name)
                .findFirst();
    }

    /** Names of the steps that did something, or tried to. */
    public List<String> stepsRun() {
        return planned().stream()
                .filter(step -> step.status() != StepStatus.SKIPPED)
                .map(JobStep::name)
                .toList();
    }

    /** Whether what the steps did was undone, all of it. */
    public boolean isUndone() {
        List<JobStep> undo =
                steps.stream().filter(step -> !isPlanned(step, job.metadata())).toList();
        return !undo.isEmpty() && undo.stream().allMatch(step -> step.status().isFinished());
    }

    public Progress progress() {
        return progress(steps, job.metadata());
    }

    private List<JobStep> planned() {
        return steps.stream().filter(step -> isPlanned(step, job.metadata())).toList();
    }

    /** Counts the plan's steps alone: an undo doesn't take progress back. */
    static Progress progress(List<JobStep> steps, JobMetadata metadata) {
        int finished = (int) steps.stream()
                .filter(step -> isPlanned(step, metadata) && step.status().isFinished())
                .count();
        return new Progress(finished, metadata.planned().size());
    }

    private static boolean isPlanned(JobStep step, JobMetadata metadata) {
        return step.seq() <= metadata.planned().size();
    }
}
