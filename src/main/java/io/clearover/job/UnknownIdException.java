package io.clearover.job;

/** Nothing has such an id or name, be it because there is none, or because there can be none. */
public class UnknownIdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What was looked for, and by what. */
    public enum Kind {
        JOB,
        VM,
        VM_NAME
    }

    public UnknownIdException(Kind kind) {
        super("unknown " + kind);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
