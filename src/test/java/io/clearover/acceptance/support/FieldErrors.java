package io.clearover.acceptance.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The corpus of errors as they occur in the field, stored as other programs of the appliance store them: for each a VM
 * whose summary quotes it; and for each a job, a step and replications that failed with it, and a running replication that
 * tells it as what it does now.
 */
public final class FieldErrors {

    /** With four rows for each error, all are in the list of recent jobs. */
    public static final int ERRORS_OF_A_VM = 5;

    private static final int SHORT = 6;

    private static final List<String> OPERATIONS =
            List.of("unified-test-failover", "unified-live-failover", "enhanced-test-failover-rollback");

    private static final String VM =
            """
            INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter,
                   current_status, last_operation_summary)
            VALUES (?, ?, ?, '', 'corpus', 'corpus', 'cleanup_required', ?)""";

    private static final String JOB =
            """
            INSERT INTO job_tracking (id, context_id, job_type, operation, status, job_category, metadata, error_message,
                   started_at, completed_at)
            VALUES (?, ?, ?, ?, 'failed', 'failover', '{}', ?, UTC_TIMESTAMP() - INTERVAL 9 MINUTE,
                   UTC_TIMESTAMP() - INTERVAL 7 MINUTE)""";

    private static final String STEP =
            "INSERT INTO job_steps (job_id, name, seq, status, error_message) VALUES (?, ?, 1, 'failed', ?)";

    private static final String REPLICATION =
            """
            INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                   datacenter, replication_type, status, current_operation, error_message, vma_error_details, created_at, updated_at)
            VALUES (?, ?, '', '', '', '', '', 'incremental', ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))""";

    private FieldErrors() {}

    /**
     * One error.
     *
     * @param leaks what of it must never reach a non-admin
     */
    public record FieldError(String step, String error, List<String> leaks) {}

    public static List<FieldError> all() {
        try (InputStream in = FieldErrors.class.getResourceAsStream("/io/clearover/explain/field-errors.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(FieldErrors::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FieldError read(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject json = reader.readObject();
            return new FieldError(
                    json.getString("step"),
                    json.getString("error"),
                    json.getJsonArray("leaks").getValuesAs(JsonString::getString));
        }
    }

    /** How to find each fragment that must not leak: as a whole word, a short one in its own case. */
    public static Map<String, Pattern> fragments() {
        Map<String, Pattern> fragments = new TreeMap<>();
        for (FieldError error : all()) {
            for (String leak : error.leaks()) {
                String word = "(?:^|[^\\pL\\pN])" + Pattern.quote(leak) + "(?:$|[^\\pL\\pN])";
                fragments.put(leak, Pattern.compile(leak.length() < SHORT ? word : "(?i)" + word));
            }
        }
        return fragments;
    }

    public static String contextId(int error) {
        return "ctx-corpus-%03d".formatted(error);
    }

    /** The VM that has the error in its history: several share one, as many as its list of recent jobs shows. */
    public static int vmWithHistory(int error) {
        return error - error % ERRORS_OF_A_VM;
    }

    public static String jobId(int error) {
        return "corpus-job-%03d".formatted(error);
    }

    public static String vmName(int error) {
        return "corpus%03d".formatted(error);
    }

    /** Each of the statements once for each of the errors. */
    public static void store(DataSource database) {
        List<FieldError> errors = all();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, VM, errors, (i, e) -> List.of(contextId(i), vmName(i), contextId(i), summary(i, e)));
            insert(connection, JOB, errors, (i, e) -> {
                String operation = OPERATIONS.get(i % OPERATIONS.size());
                String type = operation.endsWith("rollback") ? "cleanup" : "failover";
                return List.of(jobId(i), contextId(vmWithHistory(i)), type, operation, e.error());
            });
            insert(connection, STEP, errors, (i, e) -> List.of(jobId(i), e.step(), e.error()));
            insert(
                    connection,
                    REPLICATION,
                    errors,
                    (i, e) -> List.of(
                            "failed-" + i, contextId(vmWithHistory(i)), "failed", e.error(), e.error(), e.error()));
            insert(
                    connection,
                    REPLICATION,
                    errors,
                    (i, e) -> List.of("detailed-" + i, contextId(vmWithHistory(i)), "error", e.error(), "", e.error()));
            insert(
                    connection,
                    REPLICATION,
                    errors,
                    (i, e) -> List.of(
                            "running-" + i,
                            contextId(vmWithHistory(i)),
                            "replicating",
                            e.error(),
                            e.error(),
                            e.error()));
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError("store the corpus", e);
        }
    }

    private static void insert(
            Connection connection,
            String sql,
            List<FieldError> errors,
            BiFunction<Integer, FieldError, List<String>> row)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < errors.size(); i++) {
                List<String> values = row.apply(i, errors.get(i));
                for (int column = 0; column < values.size(); column++) {
                    insert.setString(column + 1, values.get(column));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** As the appliance's own engine writes it. */
    private static String summary(int number, FieldError error) {
        return Json.createObjectBuilder()
                .add("job_id", jobId(number))
                .add("operation_type", "test_failover")
                .add("status", "failed")
                .add("progress", 50)
                .add("timestamp", "2025-10-03T16:42:00+02:00")
                .add("failed_step", error.step())
                .add("failed_step_internal", error.step())
                .add("error_message", error.error())
                .add("error_reason", error.error())
                .add("error_category", error.error())
                .add("actionable_steps", Json.createArrayBuilder().add(error.error()))
                .build()
                .toString();
    }
}
