package io.clearover.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.quickstart.Installation;
import io.clearover.quickstart.TestRun;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A running installation and what the tests do with it. One for all tests of a run; each test finds it as new. */
public final class Clearover implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "log_events",
            "job_steps",
            "job_tracking",
            "failover_jobs",
            "network_mappings",
            "device_mappings",
            "vm_disks",
            "ossea_volumes",
            "replication_jobs",
            "vm_replication_contexts",
            "vmware_credentials",
            "ossea_configs");

    /** The statuses of a job that has ended. */
    static final List<String> ENDED = List.of("completed", "failed", "cancelled");

    /** How many clients may listen to the live feed. */
    public static final int MOST_LISTENERS = 510;

    /** How many operations run at once; each may hold two connections of the database's pool while it writes. */
    public static final int MOST_OPERATIONS = 20;

    /** More than any other test has waiting. */
    public static final int MOST_WAITING = 60;

    private static final HttpClient LAB = HttpClient.newHttpClient();

    private final Installation installation;
    private final DataSource database;

    /** What the database is read through; null until it is, or after it broke. */
    private Connection reading;

    /** Whether nothing has been changed past the API since the last reset. */
    private boolean untouched;

    public Clearover(Path data) {
        this(
                data,
                0.05,
                Map.ofEntries(
                        // a server whose own zone is far from the database's must still keep true times
                        Map.entry("JAVA_TOOL_OPTIONS", "-Duser.timezone=Pacific/Chatham"),
                        Map.entry("CLEAROVER_EXPLAIN_CATALOGUE_FILE", ownCauses()),
                        Map.entry("CLEAROVER_DESTINATION_POLL_INTERVAL", "PT0.05S"),
                        Map.entry("CLEAROVER_FINAL_SYNC_POLL_INTERVAL", "PT0.1S"),
                        Map.entry("CLEAROVER_FINAL_SYNC_END_TIMEOUT", "PT5S"),
                        Map.entry("CLEAROVER_HEALTH_DESTINATION_INTERVAL", "PT0.5S"),
                        Map.entry("CLEAROVER_LIVE_POLL_INTERVAL", "PT0.2S"),
                        Map.entry("CLEAROVER_LIVE_HEARTBEAT_INTERVAL", "PT0.5S"),
                        Map.entry("CLEAROVER_LIVE_MAX_LISTENERS", String.valueOf(MOST_LISTENERS)),
                        Map.entry("CLEAROVER_LIVE_MAX_LISTENERS_PER_USER", String.valueOf(MOST_LISTENERS + 1)),
                        Map.entry("CLEAROVER_OPERATIONS_MAX_RUNNING", String.valueOf(MOST_OPERATIONS)),
                        Map.entry("CLEAROVER_OPERATIONS_MAX_PER_DESTINATION", String.valueOf(MOST_OPERATIONS)),
                        Map.entry("CLEAROVER_OPERATIONS_MAX_WAITING", String.valueOf(MOST_WAITING)),
                        Map.entry("CLEAROVER_RETRY_DELAY", "PT0.1S"),
                        Map.entry("CLEAROVER_RETRY_MAX_DURATION", "PT3S"),
                        Map.entry("CLEAROVER_UNDO_RETRY_DELAY", "PT0.2S"),
                        Map.entry("CLEAROVER_APPLIANCE_DEVICE_TIMEOUT", "PT2S"),
                        Map.entry("CLEAROVER_SOURCE_POLL_INTERVAL", "PT0.1S"),
                        Map.entry("CLEAROVER_SOURCE_SHUTDOWN_TIMEOUT", "PT3S"),
                        Map.entry("CLEAROVER_CHECK_PAUSE", "PT0.3S"),
                        Map.entry("CLEAROVER_CHECK_AFTER_FAILURE_DELAY", "PT0.1S"),
                        Map.entry("CLEAROVER_SIGN_IN_TOKENS", TestTokens.CONFIGURED),
                        Map.entry("CLEAROVER_LEASE_HEARTBEAT", "PT1S"),
                        Map.entry("CLEAROVER_LEASE_TIME", "PT5S")));
    }

    /**
     * An installation of its own.
     *
     * @param pace of the lab
     * @param extra the server's configuration, as environment variables
     */
    public Clearover(Path data, double pace, Map<String, String> extra) {
        Path build =
                Path.of(System.getProperty("clearover.basedir", ""), "target").toAbsolutePath();
        installation = new Installation(new Installation.Settings(build, data, TestRun.freePort(), 0, 0, pace, extra))
                .hurried();
        installation.start();
        database = installation.dataSource();
    }

    /** The operator's own file of causes. */
    private static String ownCauses() {
        try {
            return Path.of(Clearover.class.getResource("own-causes.json").toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public Installation installation() {
        untouched = false;
        return installation;
    }

    public String url() {
        return installation.url();
    }

    /** The API as a user whose password is the name; as nobody for null. */
    public Api as(String user) {
        return new Api(url(), user);
    }

    /** All data as after the first start: written anew unless nothing was changed. Waits until nothing runs any more. */
    public void reset() {
        if (!installation.server().isRunning()) {
            installation.startServer();
        }
        letGo();
        await("nothing runs")
                .atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .until(() -> number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"
                                + " AND status IN ('pending', 'running')")
                        == 0);
        if (untouched && number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'") == 0) {
            return;
        }
        sql(Stream.concat(
                        Stream.of("SET FOREIGN_KEY_CHECKS = 0"), TABLES.stream().map("DELETE FROM "::concat))
                .toArray(String[]::new));
        lab("/lab/reset");
        installation.lab().seed(database);
        untouched = true;
    }

    /** The VM's next such call is carried out, but its answer held back until it is {@linkplain #letGo let go}. */
    public ArmedFault hold(String call, String vmName) {
        return hold(call, vmName, 0);
    }

    /** @param after how many such calls are answered before */
    public ArmedFault hold(String call, String vmName, int after) {
        return installation()
                .lab()
                .faults()
                .add(Fault.of(call, FaultKind.DELAY).forVm(vmName).after(after).delay(Duration.ofMinutes(5)));
    }

    /** The VM's calls of this kind fail from here on, for a reason that may pass: the destination's proxy finds it away. */
    public void failForNow(String call, String vmName) {
        installation()
                .lab()
                .faults()
                .add(Fault.of(call, FaultKind.UNAVAILABLE).forVm(vmName).always());
    }

    /** Waits until such a call is held back. */
    public static void awaitHeld(ArmedFault call) {
        await("the call is held back").atMost(Duration.ofSeconds(60)).until(() -> call.fired() > 0);
    }

    /** Answers what was held back; nothing goes wrong in the lab any more. */
    public void letGo() {
        installation.lab().faults().clear();
    }

    /** Starts a test failover as the operator and returns the job's id. */
    public String startTestFailover(String vmName) {
        return start("/api/v1/failover/test", "{\"vm_name\": \"%s\"}".formatted(vmName));
    }

    /** Starts a rollback as the operator and returns the job's id. */
    public String startRollback(String vmName) {
        return start("/api/v1/failover/rollback", "{\"vm_name\": \"%s\"}".formatted(vmName));
    }

    public String start(String path, String body) {
        Api.Answer answer = as("operator").post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().getString("job_id");
    }

    /** Waits until the job has ended, or is no more. */
    void awaitEnded(String jobId) {
        await("job %s has ended".formatted(jobId))
                .atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> text("SELECT status FROM job_tracking WHERE id = '%s'".formatted(jobId)),
                        status -> status == null || ENDED.contains(status));
    }

    /** The job's status as a user sees it, when it has ended. */
    public JsonObject ended(String jobId, String user) {
        awaitEnded(jobId);
        JsonObject status = status(jobId, user);
        assertThat(status.getString("status")).as(jobId).isIn(ENDED);
        return status;
    }

    public JsonObject ended(String jobId) {
        return ended(jobId, "operator");
    }

    public JsonObject status(String jobId, String user) {
        Api.Answer answer = as(user).get("/api/v1/failover/%s/status".formatted(jobId));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Whether the server says that it can serve. */
    public boolean isReady() {
        return as(null).get("/health/ready").status() == 200;
    }

    /** The VM as the viewer sees it. */
    public JsonObject vm(String vmName) {
        return as("viewer").get("/api/v1/vm-contexts/" + contextId(vmName)).json();
    }

    public JsonObject recentJobs(String vmName) {
        return as("viewer")
                .get("/api/v1/vm-contexts/%s/recent-jobs".formatted(contextId(vmName)))
                .json();
    }

    public String contextId(String vmName) {
        return text("SELECT context_id FROM vm_replication_contexts WHERE vm_name = '%s'".formatted(vmName));
    }

    /** The lab's VMs, volumes and snapshots. */
    public JsonObject dataCentre() {
        return lab("/lab/state");
    }

    private JsonObject lab(String path) {
        try {
            URI uri = URI.create(installation.lab().url() + path);
            HttpRequest request = path.endsWith("reset")
                    ? HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build()
                    : HttpRequest.newBuilder(uri).build();
            String text = LAB.send(request, BodyHandlers.ofString()).body();
            try (JsonReader reader = Json.createReader(new StringReader(text.isBlank() ? "{}" : text))) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new AssertionError("the lab did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Runs statements on one connection, past the product. */
    public void sql(String... statements) {
        untouched = false;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(String.join("; ", statements), e);
        }
    }

    /** A VM that was replicated by hand: no disks, no networks. Its VMware id is the context id. */
    public void insertVm(String contextId, String vmName, String vcenter, String status) {
        untouched = false;
        String sql = "INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host,"
                + " datacenter, current_status) VALUES (?, ?, ?, '/DC1/vm/by-hand', ?, 'DC1', ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, contextId);
            insert.setString(2, vmName);
            insert.setString(3, contextId);
            insert.setString(4, vcenter);
            insert.setString(5, status);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(vmName, e);
        }
    }

    /** The first column of the first row, read past the product; null if there is none. */
    public String text(String query) {
        return read(query, rows -> rows.next() ? rows.getString(1) : null);
    }

    /** A number that tells whether anything in a table has changed. */
    public String checksum(String table) {
        return read("CHECKSUM TABLE " + table, rows -> {
            rows.next();
            return rows.getString(2);
        });
    }

    /** The first column of all rows, without nulls. */
    public List<String> texts(String query) {
        return read(query, rows -> {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                if (rows.getString(1) != null) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Through one connection for all, as tests read often while they wait; through another if that has broken. */
    private synchronized <T> T read(String query, Reader<T> reader) {
        if (reading != null) {
            try {
                return read(reading, query, reader);
            } catch (SQLException broken) {
                closeReading();
            }
        }
        try {
            reading = database.getConnection();
            return read(reading, query, reader);
        } catch (SQLException e) {
            closeReading();
            throw new AssertionError(query, e);
        }
    }

    private static <T> T read(Connection connection, String query, Reader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return reader.read(rows);
        }
    }

    private synchronized void closeReading() {
        try {
            if (reading != null) {
                reading.close();
            }
        } catch (SQLException broken) {
            // as good as closed
        } finally {
            reading = null;
        }
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    @Override
    public void close() {
        closeReading();
        installation.close();
    }
}
