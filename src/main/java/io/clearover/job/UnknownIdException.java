package io.clearover.job;

/** Nothing has such an id, be it because there is none, or because there can be none. */
public class UnknownIdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What the id was to be of. */
    public enum Kind {
        JOB,
        VM
    }

    UnknownIdException(Kind kind) {
        super("unknown id of a " + kind);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
