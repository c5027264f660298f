package io.clearover.explain.catalogue;

import java.util.Locale;

/** The kinds of operation that can fail; the advice depends on it. */
public enum OperationType {
    REPLICATION,
    TEST_FAILOVER,
    LIVE_FAILOVER,
    ROLLBACK;

    /** The name in JSON and in the database: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
