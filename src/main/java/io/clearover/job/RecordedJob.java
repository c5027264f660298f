package io.clearover.job;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job of ours with the steps that it has begun, in their order: first those of its plan, then those of its undo.
 *
 * @param metadata what this server knows of the job, if it runs it; otherwise what the row says
 */
public record RecordedJob(Job job, JobMetadata metadata, List<JobStep> steps) {

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

    /** Whether a step of the plan did something, or tried to. */
    public boolean hasRun(StepAndUndo step) {
        return stepsRun().contains(step.rawName());
    }

    /** Whether a step of the plan has done all that it was to do. */
    public boolean hasCompleted(StepAndUndo step) {
        return planned(step).anyMatch(row -> row.status() == StepStatus.COMPLETED);
    }

    /** Whether a step of the plan has begun its long work, and did not complete. */
    public boolean hasLeft(StepAndUndo step) {
        return planned(step).anyMatch(row -> row.hasProgress() && row.status() != StepStatus.COMPLETED);
    }

    /** Whether a live failover was about to switch the source VM off, or has; or may have, if that note is gone. */
    public boolean hasSwitchedSourceOff() {
        boolean gone = metadata.isOverwritten() || metadata.planned().isEmpty();
        return metadata.hasSwitchedSourceOff() || gone && hasRun(StepAndUndo.POWER_OFF_SOURCE);
    }

    /** The step of that number, if it has begun. */
    public Optional<JobStep> step(int seq) {
        return steps.stream().filter(step -> step.seq() == seq).findFirst();
    }

    /** Whether a step that takes back what the plan did has begun. */
    public boolean hasBegunUndo() {
        return steps.stream().anyMatch(step -> metadata.isUndo(step.seq()));
    }

    /** How far its plan is. */
    public Progress progress() {
        return Progress.of(planned().stream().map(JobStep::status).toList(), metadata.planned());
    }

    private Stream<JobStep> planned(StepAndUndo step) {
        return planned().stream().filter(row -> row.name().equals(step.rawName()));
    }

    private List<JobStep> planned() {
        return steps.stream().filter(step -> !metadata.isUndo(step.seq())).toList();
    }
}
