package io.clearover.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells a database that is away for a while, or too busy, from a statement that is wrong. */
public final class DatabaseAway {

    /** SQLSTATE class of connection failures. */
    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    /** Whether it was thrown because the database can't be reached, is starting or stopping, or held a lock too long. */
    public static boolean caused(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException thrown) {
        return thrown instanceof SQLTransientException
                || thrown instanceof SQLRecoverableException
                || thrown instanceof SQLNonTransientConnectionException
                || (thrown.getSQLState() != null && thrown.getSQLState().startsWith(CONNECTION));
    }
}
