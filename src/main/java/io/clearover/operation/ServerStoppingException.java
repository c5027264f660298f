package io.clearover.operation;

/** This server is about to stop; another, or its next life, goes on with the operation. */
class ServerStoppingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerStoppingException() {
        super("this server is stopping");
    }
}
