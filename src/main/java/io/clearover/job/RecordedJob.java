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

    /** Whether what the steps did was undone, all of it. */
    public boolean isUndone() {
        List<JobStep> undo = steps.stream().filter(step -> !isPlanned(step)).toList();
        return !undo.isEmpty() && undo.stream().allMatch(step -> step.status().isFinished());
    }

    /** Whether the step of that number has ended well, or was skipped. */
    public boolean isFinished(int seq) {
        return steps.stream()
                .anyMatch(step -> step.seq() == seq && step.status().isFinished());
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
