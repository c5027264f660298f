package io.clearover.operation;

/** A step found that it can't do its part. The message is the raw error, for admins and for the explanation's rules. */
public class StepFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StepFailure(String rawError) {
        super(rawError);
    }
}
