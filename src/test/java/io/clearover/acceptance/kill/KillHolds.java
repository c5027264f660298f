package io.clearover.acceptance.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Holds jobs where they write to the database, by triggers that wait for a named lock. A place is {@code "3 begun"} or
 * {@code "3 done"} for a step, {@code "running"} or {@code "ended"} for the job. Not thread-safe.
 */
final class KillHolds implements AutoCloseable {

    private static final List<String> TRIGGERS = List.of("hold_begun", "hold_done", "hold_job");

    private final DataSource database;
    private Connection holding;

    KillHolds(DataSource database) {
        this.database = database;
        removeTriggers();
        sql(trigger(
                "hold_begun BEFORE INSERT ON job_steps",
                "(SELECT CONCAT(context_id, ' ', NEW.seq, ' begun') FROM job_tracking WHERE id = NEW.job_id)"));
        sql(trigger(
                "hold_done BEFORE UPDATE ON job_steps",
                "(SELECT CONCAT(context_id, ' ', NEW.seq, IF(NEW.status <> OLD.status, ' done', '?'))"
                        + " FROM job_tracking WHERE id = NEW.job_id)"));
        sql(trigger(
                "hold_job BEFORE UPDATE ON job_tracking",
                "CONCAT(NEW.context_id, ' ', CASE WHEN NEW.status = OLD.status THEN '?'"
                        + " WHEN NEW.status = 'running' THEN 'running' ELSE 'ended' END)"));
    }

    /** It holds a lock on {@code at} while it waits. */
    private static String trigger(String when, String place) {
        return """
               CREATE TRIGGER %s FOR EACH ROW
               BEGIN
                 DECLARE place VARCHAR(100) DEFAULT %s;
                 IF IS_USED_LOCK(CONCAT('hold ', place)) IS NOT NULL THEN
                   DO GET_LOCK(CONCAT('at ', place), 0);
                   DO GET_LOCK(CONCAT('hold ', place), 300);
                   DO RELEASE_LOCK(CONCAT('hold ', place));
                   DO RELEASE_LOCK(CONCAT('at ', place));
                 END IF;
               END
               """
                .formatted(when, place);
    }

    /** The next job of that VM that comes to the place waits there. */
    void hold(String contextId, String place) {
        if (!"1".equals(text("SELECT GET_LOCK(?, 0)", "hold " + contextId + " " + place))) {
            throw new AssertionError(contextId + " is held at " + place + " already");
        }
    }

    boolean isAt(String contextId, String place) {
        return text("SELECT IS_USED_LOCK(?)", "at " + contextId + " " + place) != null;
    }

    /** Lets all go on. */
    void release() {
        try {
            if (holding != null) {
                holding.close();
            }
            holding = null;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String query, String parameter) {
        try {
            if (holding == null) {
                holding = database.getConnection();
            }
            try (PreparedStatement statement = holding.prepareStatement(query)) {
                statement.setString(1, parameter);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(query + " " + parameter, e);
        }
    }

    private void sql(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void removeTriggers() {
        TRIGGERS.forEach(name -> sql("DROP TRIGGER IF EXISTS " + name));
    }

    @Override
    public void close() {
        release();
        removeTriggers();
    }
}
