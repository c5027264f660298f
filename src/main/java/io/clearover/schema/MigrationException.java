package io.clearover.schema;

import java.sql.SQLException;

/** The schema could not be brought where it should be; the message names the changeset that failed, or what is missing. */
public class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationException(String what) {
        super(what);
    }

    MigrationException(String what, Throwable cause) {
        super(what + ": " + reason(cause), cause);
    }

    /** The first line of what the database said, or else of the innermost cause. */
    private static String reason(Throwable cause) {
        Throwable reason = cause;
        while (reason.getCause() != null && !(reason instanceof SQLException)) {
            reason = reason.getCause();
        }
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    }
}
