package io.clearover.operation;

/** A step failed for good: what it needs is gone, so the same job can't succeed with it, however often it tries. */
public class LastingFailure extends StepFailure {

    private static final long serialVersionUID = 1L;

    public LastingFailure(String rawError) {
        super(rawError);
    }
}
