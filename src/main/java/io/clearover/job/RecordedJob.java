package io.clearover.job;

import java.util.List;
import java.util.Optional;

/** A job of ours with the steps that it has begun, in their order: first those of its plan, then those of its undo. */
public record RecordedJob(Job job, List<JobStep> steps) {

    /** The step of the plan that failed. */
    public Optional<JobStep> failedStep() {
        return planned().stream()
                .filter(step -> step.status() == StepStatus.FAILED)
                .findFirst();
    }

    /** Names of the steps that did something, or tried to. */
    public List<String> stepsRun() {
        return planned().stream()
                .filter(step -> step.status() != StepStatus.SKIPPED)
                .map(JobStep::name)
                .toList();
    }

    /** Whether a step of the plan has done all that it was to do. */
    public boolean hasCompleted(String name) {
        return planned().stream().anyMatch(step -> step.name().equals(name) && step.status() == StepStatus.COMPLETED);
    }

    /** Whether a step of the plan has begun its long work, and did not complete. */
    public boolean hasLeft(String name) {
        return planned().stream()
                .anyMatch(step ->
                        step.name().equals(name) && step.hasProgress() && step.status() != StepStatus.COMPLETED);
    }

    /** The step of that number, if it has begun. */
    public Optional<JobStep> step(int seq) {
        return steps.stream().filter(step -> step.seq() == seq).findFirst();
    }

    /** Counts the plan's steps alone: an undo doesn't take progress back. */
    public Progress progress() {
        int finished = (int)
                planned().stream().filter(step -> step.status().isFinished()).count();
        return new Progress(finished, job.metadata().planned().size());
    }

    private List<JobStep> planned() {
        return steps.stream().filter(step -> isPlanned(step)).toList();
    }

    private boolean isPlanned(JobStep step) {
        return step.seq() <= job.metadata().planned().size();
    }
}
