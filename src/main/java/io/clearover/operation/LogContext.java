package io.clearover.operation;

/** What each line of the log says of an operation. */
final class LogContext {

    private LogContext() {}

    static String of(Operation operation) {
        return "job=%s vm=%s context=%s"
                .formatted(
                        operation.jobId(), operation.vm().name(), operation.vm().contextId());
    }
}
