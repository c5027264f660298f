package io.clearover.database;

import java.sql.SQLException;
import java.util.Set;

/** Tells a table that not every appliance has, or that this account may not read, from other things that go wrong. */
public final class TableAbsent {

    /** MariaDB's and MySQL's numbers: no such table; not allowed on it. */
    private static final Set<Integer> ABSENT = Set.of(1146, 1142);

    private TableAbsent() {}

    /** Whether it was thrown because a statement names a table that isn't there for this account. */
    public static boolean caused(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && ABSENT.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
