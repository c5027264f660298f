package io.clearover.reads;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a read can't be faster than in this server: the fewest statements that have all its data, by plain JDBC, and their columns
 * written as one string. No sign-in, no explanation, no guard.
 */
@WebServlet("/reads/*")
public class FloorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String JOB = "id, external_job_id, context_id, job_type, operation, status, metadata, error_message,"
            + " started_at, completed_at, updated_at, canceled_at, owner";

    private static final String COPY = "id, vm_context_id, LEFT(replication_type, 255), status, progress_percent,"
            + " LEFT(current_operation, 255), error_message, vma_error_details, bytes_transferred, created_at, started_at,"
            + " completed_at";

    private static final String VM = "SELECT c.*, r.id AS running, (SELECT MAX(completed_at) FROM replication_jobs"
            + " WHERE vm_context_id = c.context_id AND status = 'completed') AS replicated_at,"
            + " (SELECT id FROM job_tracking WHERE context_id = c.context_id AND operation = 'unified-test-failover'"
            + " ORDER BY started_at DESC LIMIT 1) AS last_test FROM vm_replication_contexts c"
            + " LEFT JOIN (SELECT context_id, MAX(id) AS id FROM job_tracking WHERE status IN ('pending', 'running')"
            + " GROUP BY context_id) r ON r.context_id = c.context_id ORDER BY c.vm_name LIMIT ";

    @Resource(lookup = "jdbc/clearover")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StringBuilder text = new StringBuilder(16_384);
        try (Connection connection = database.getConnection()) {
            read(connection, request.getPathInfo(), request.getParameter("id"), text);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void read(Connection connection, String what, String id, StringBuilder text) throws SQLException {
        switch (what) {
            case "/recent" -> {
                rows(connection, text, "SELECT " + COPY + " FROM replication_jobs WHERE vm_context_id = ?"
                        + " ORDER BY created_at DESC LIMIT 20", id);
                withSteps(connection, text, rows(connection, text, "SELECT " + JOB + " FROM job_tracking WHERE context_id = ?"
                        + " ORDER BY started_at DESC LIMIT 20", id));
            }
            case "/jobs" -> {
                rows(connection, text, "SELECT " + COPY + " FROM replication_jobs ORDER BY created_at DESC LIMIT 50");
                withSteps(connection, text, rows(connection, text, "SELECT " + JOB + " FROM job_tracking"
                        + " ORDER BY started_at DESC LIMIT 50"));
            }
            case "/status" ->
                withSteps(connection, text, rows(connection, text, "SELECT " + JOB + " FROM job_tracking WHERE id = ?", id));
            case "/page" -> rows(connection, text, VM + "50");
            case "/all" -> rows(connection, text, VM + "5000");
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static void withSteps(Connection connection, StringBuilder text, List<String> jobs) throws SQLException {
        if (!jobs.isEmpty()) {
            rows(
                    connection,
                    text,
                    "SELECT job_id, name, seq, status, started_at, completed_at, error_message FROM job_steps WHERE job_id IN ("
                            + String.join(", ", Collections.nCopies(jobs.size(), "?")) + ") ORDER BY job_id, seq",
                    jobs.toArray(String[]::new));
        }
    }

    /** Appends the rows and returns what their first columns hold. */
    private static List<String> rows(Connection connection, StringBuilder text, String sql, String... parameters)
            throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    ids.add(rows.getString(1));
                    text.append('{');
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        text.append('"').append(columns.getColumnLabel(i)).append("\":\"").append(rows.getString(i)).append("\",");
                    }
                    text.append("},");
                }
            }
        }
        return ids;
    }
}
