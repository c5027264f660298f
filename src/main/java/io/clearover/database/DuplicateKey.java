package io.clearover.database;

import java.sql.SQLIntegrityConstraintViolationException;

/** Tells a row that is there already from other things that go wrong with a statement. */
public final class DuplicateKey {

    /** MariaDB's and MySQL's number for it. */
    private static final int DUPLICATE_ENTRY = 1062;

    private DuplicateKey() {}

    /** Whether it was thrown because another transaction has written a row with the same key. */
    public static boolean caused(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLIntegrityConstraintViolationException sql && sql.getErrorCode() == DUPLICATE_ENTRY) {
                return true;
            }
        }
        return false;
    }
}
