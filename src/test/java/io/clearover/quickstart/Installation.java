package io.clearover.quickstart;

import io.clearover.lab.DriverTool;
import io.clearover.lab.Lab;
import io.clearover.lab.LabKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;

/**
 * A whole installation: a real MariaDB, the lab, and the server with the WAR, configured for each other, their data in one
 * folder. Used by the quick start and by the tests. Not thread-safe.
 */
public final class Installation implements AutoCloseable {

    /** The appliance's schema. */
    public static final String SCHEMA = "migratekit_oma";

    private final Settings settings;
    private final MariaDb database;
    private final Lab lab;
    private DatabaseAccount account;
    private WarmServers warm;
    private LibertyServer server;
    private boolean measured;
    private boolean closed;

    /**
     * Where an installation lives.
     *
     * @param build the build's {@code target}
     * @param data folder for all data
     * @param httpPort of the server
     * @param databasePort 0 for any free one
     * @param labPort 0 for any free one
     * @param pace of the lab; 1 is the speed of life
     * @param extra more configuration of the server, as environment variables
     */
    public record Settings(
            Path build,
            Path data,
            int httpPort,
            int databasePort,
            int labPort,
            double pace,
            Map<String, String> extra) {}

    /** @throws IllegalStateException in one line what hinders it */
    public Installation(Settings settings) {
        this.settings = settings;
        keepPrivate(settings.data());
        this.database = new MariaDb(settings.data().resolve("database"), settings.databasePort()).stoppedByCaller();
        try {
            this.lab = new Lab(settings.data().resolve("lab"), settings.labPort(), settings.pace());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The lab can't use its folder %s or port %d: %s"
                            .formatted(settings.data().resolve("lab"), settings.labPort(), e.getMessage()),
                    e);
        }
    }

    /** Nobody else reads what is here. */
    private static void keepPrivate(Path data) {
        try {
            OwnerOnly.ofAllData(data);
            for (String part : List.of("lab", "server", "driver-logs")) {
                OwnerOnly.folder(data.resolve(part));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the data folder %s can't be kept private: %s".formatted(data, e), e);
        }
    }

    /**
     * For tests: what is stored outlives the death of any process but not that of the machine, and servers start faster.
     *
     * @return this, not yet started
     */
    public Installation hurried() {
        warm = new WarmServers(settings.build());
        database.hurried();
        lab.savedWhenClosed();
        return this;
    }

    /**
     * For measurements: the server compiles its code as in production, though it starts more slowly for that.
     *
     * @return this, not yet started
     */
    public Installation measured() {
        measured = true;
        return this;
    }

    /**
     * Starts everything and returns when the server is ready and the database has the lab's VMs.
     *
     * @throws IllegalStateException in one line what hinders it; then nothing keeps running
     */
    public Installation start() {
        try {
            database.start();
            lab.start();
            dataSource();
            account = database.account(SCHEMA);
            if (warm != null) {
                warm.makeOnce(this::leaveForOthers);
            }
            startServer();
            lab.seed(dataSource());
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void leaveForOthers(Path folder) {
        Path output = settings.data().resolve("server");
        try (LibertyServer first = new LibertyServer(settings.build(), output, environment())
                .leavingClasses(WarmServers.classes(folder))
                .start()) {
            Readiness.await(first, url());
            first.close();
            FileUtils.moveDirectory(
                    first.workingFiles().toFile(),
                    WarmServers.workingFiles(folder).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server again after it was stopped or killed. */
    public void startServer() {
        launchServer();
        Readiness.await(server, url());
    }

    private synchronized void launchServer() {
        if (closed) {
            throw new IllegalStateException("it was stopped while it started.");
        }
        server = launched(settings.data().resolve("server"), environment());
    }

    private LibertyServer launched(Path output, Map<String, String> variables) {
        LibertyServer launched = new LibertyServer(settings.build(), output, variables);
        if (warm != null) {
            launched.hurried(warm);
        }
        if (measured) {
            launched.compiledAsInProduction();
        }
        return launched.start();
    }

    /**
     * Starts one more server on the same database and lab, and returns when it is ready. The caller closes it.
     *
     * @param output for its logs and working files
     * @param others what it is told otherwise than the first, its HTTP_PORT above all
     */
    public LibertyServer startAnotherServer(Path output, Map<String, String> others) {
        Map<String, String> variables = environment();
        variables.putAll(others);
        LibertyServer another = launched(output, variables);
        Readiness.await(another, "http://localhost:" + others.get("HTTP_PORT"));
        return another;
    }

    /**
     * What a server has to be told so that it uses accounts which may do what the packaged scripts allow, and no more; they are
     * made now.
     */
    public Map<String, String> accountsOfScripts() {
        GrantScripts scripts = new GrantScripts(database, SCHEMA);
        scripts.migration();
        scripts.server();
        return GrantScripts.environment();
    }

    /** Stops the database under the running server. */
    public void stopDatabase() {
        database.close();
    }

    /** Starts the database again, at the same address. */
    public void startDatabase() {
        database.start();
    }

    /**
     * Starts a database again that ended by itself.
     *
     * @throws IllegalStateException in one line what hinders it
     */
    synchronized void restartDatabase() {
        if (closed) {
            throw new IllegalStateException("it was stopped meanwhile.");
        }
        database.close();
        database.start();
    }

    MariaDb database() {
        return database;
    }

    public LibertyServer server() {
        return server;
    }

    public boolean isRunning() {
        return server != null && server.isRunning();
    }

    public Lab lab() {
        return lab;
    }

    public DataSource dataSource() {
        return database.dataSource(SCHEMA);
    }

    /** Address of the server, without a slash at its end. */
    public String url() {
        return "http://localhost:" + settings.httpPort();
    }

    /** What the server must be told to find the others. */
    public Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("HTTP_PORT", String.valueOf(settings.httpPort()));
        variables.put("DATABASE_URL", "jdbc:mysql://127.0.0.1:%d/%s".formatted(database.port(), SCHEMA));
        variables.put("DATABASE_USER", account.user());
        variables.put("DATABASE_PASSWORD", account.password());
        variables.put("CLEAROVER_SOURCE_URL", lab.url() + "/api/v1");
        variables.put("CLEAROVER_SOURCE_USERNAME", LabKeys.SOURCE_USERNAME);
        variables.put("CLEAROVER_SOURCE_PASSWORD", LabKeys.SOURCE_PASSWORD);
        variables.put("CLEAROVER_DRIVER_COMMAND", driverCommand());
        variables.put("CLEAROVER_APPLIANCE_DEVICES", lab.devices().toString());
        variables.put("CLEAROVER_APPLIANCE_EXPORTS", lab.exports());
        variables.put(
                "CLEAROVER_DRIVER_LOG_DIR",
                settings.data().resolve("driver-logs").toAbsolutePath().toString());
        // far01's site never comes back, and somebody watches
        variables.put("CLEAROVER_RETRY_MAX_DURATION", "PT10S");
        variables.putAll(settings.extra());
        return variables;
    }

    private String driverCommand() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = settings.build().toAbsolutePath().resolve("test-classes");
        return Stream.of(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.toString(),
                        DriverTool.class.getName(),
                        lab.url())
                .map(Installation::escaped)
                .collect(Collectors.joining(","));
    }

    /** The configuration's lists are separated by commas. */
    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace(",", "\\,");
    }

    /** Stops everything: the server first, so that it can end its work. The data stay. */
    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
        lab.close();
        database.close();
    }
}
