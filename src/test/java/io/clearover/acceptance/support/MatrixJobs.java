package io.clearover.acceptance.support;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Watches many jobs at once over one connection, so that watching costs the server nothing. Thread-safe. */
public final class MatrixJobs implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Connection connection;

    public MatrixJobs(DataSource database) throws SQLException {
        this.connection = database.getConnection();
    }

    /** The job as an administrator sees it, when it has ended. */
    public JsonObject ended(String job, Clearover clearover) {
        await("job %s has ended".formatted(job))
                .atMost(LIMIT)
                .pollDelay(LOOK)
                .pollInterval(LOOK)
                .until(() -> !text("SELECT status FROM job_tracking WHERE id = ?", job)
                        .matches("pending|running"));
        return clearover.status(job, "admin");
    }

    public String vmStatus(String contextId) {
        return text("SELECT current_status FROM vm_replication_contexts WHERE context_id = ?", contextId);
    }

    private synchronized String text(String query, String id) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
