package io.clearover.acceptance.support;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A transaction of somebody else's: what it has changed is locked until it commits. Rolled back unless it does. */
public final class OpenTransaction implements AutoCloseable {

    private static final String WAITING =
            "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";

    private final Clearover clearover;
    private final Connection connection;

    public OpenTransaction(Clearover clearover, String... changes) throws SQLException {
        this.clearover = clearover;
        this.connection = clearover.installation().dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : changes) {
                statement.execute(sql);
            }
        }
    }

    /** Waits until somebody waits for what it has changed, then commits. */
    public void commitWhenAwaited() throws SQLException {
        awaitWaiting();
        connection.commit();
    }

    /** Waits until somebody waits for what it has changed. */
    public void awaitWaiting() {
        await("somebody waits for it").atMost(Duration.ofSeconds(30)).until(() -> clearover.number(WAITING) > 0);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
