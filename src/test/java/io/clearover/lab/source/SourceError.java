package io.clearover.lab.source;

/** A refusal of the source appliance: a status and plain text. */
final class SourceError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    SourceError(int status, String text) {
        super(text);
        this.status = status;
    }

    int status() {
        return status;
    }
}
