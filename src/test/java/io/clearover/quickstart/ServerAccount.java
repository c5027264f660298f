package io.clearover.quickstart;

import java.util.List;
import javax.sql.DataSource;

/** A schema as the account of the server sees it, for tests of what that may do. */
public final class ServerAccount {

    private ServerAccount() {}

    public static DataSource of(MariaDb database, String schema) {
        return database.dataSource(schema, database.account(schema));
    }

    /** As it would be without one of its rights. */
    public static DataSource without(MariaDb database, String schema, String right) {
        List<String> others = DatabaseAccount.RIGHTS.stream()
                .filter(each -> !each.equals(right))
                .toList();
        return database.dataSource(schema, database.account(schema, others));
    }
}
