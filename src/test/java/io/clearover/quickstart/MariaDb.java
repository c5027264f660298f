package io.clearover.quickstart;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * A real MariaDB server in a folder, listening on the loopback address alone. What it stores stays in the folder and is
 * there again at the next start, and nobody but the user under whom the server runs can read it. Started by root, the server
 * runs under a user without rights if that is possible. Stops with the JVM at the latest, unless {@link #stoppedByCaller()}.
 * Not thread-safe.
 *
 * <p>A server that a killed JVM left behind in the same folder is stopped before the new one starts.
 */
public final class MariaDb implements AutoCloseable {

    /** May do everything in every schema. */
    private static final String ADMIN = "clearover_admin";

    /** May do in one schema what the server with the WAR needs. */
    private static final String SERVER = "clearover";

    /** Seconds; a start is a matter of one or two, recovery after a crash may take longer. */
    private static final int PATIENCE = 60;

    private static final String OPTIONS = "connectionTimeZone=%2B00:00&forceConnectionTimeZoneToSession=true"
            + "&connectionCollation=utf8mb4_general_ci&zeroDateTimeBehavior=CONVERT_TO_NULL&useSSL=false&allowPublicKeyRetrieval=true";

    private final Path folder;
    private final Thread atExit = new Thread(this::stop, "stop MariaDB");
    private boolean stoppedByCaller;
    private boolean hurried;
    private int port;
    private FileChannel lock;
    private Optional<SystemUser> user = Optional.empty();
    private DatabaseAccount admin;
    private Process server;

    /**
     * @param dataDir made if it is not there; the data and the server's log live in it
     * @param port TCP port, 0 for any free one
     */
    public MariaDb(Path dataDir, int port) {
        this.folder = dataDir.toAbsolutePath().normalize();
        this.port = port;
    }

    /** Leaves stopping to the caller, for whom the order matters in which things stop when the JVM ends. */
    public MariaDb stoppedByCaller() {
        stoppedByCaller = true;
        return this;
    }

    /** What was committed outlives the death of the server but not that of the machine; a commit waits for no disk. */
    public MariaDb hurried() {
        hurried = true;
        return this;
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @throws IllegalStateException in one line what hinders it: the port is taken, the folder cannot be written or is
     *     in use, the server does not start
     */
    public MariaDb start() {
        try {
            lock = lockFolder();
            stopLeftover();
            port = freePort();
            MariaDbSoftware software = MariaDbSoftware.unpacked();
            user = SystemUser.instead(folder, software.program());
            admin = DatabaseAccount.in(folder, ADMIN);
            install(software);
            server = launch(software);
            if (!stoppedByCaller) {
                Runtime.getRuntime().addShutdownHook(atExit);
            }
            return this;
        } catch (IOException e) {
            stop();
            throw new IllegalStateException("MariaDB cannot start in " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    boolean isRunning() {
        return server != null && server.isAlive();
    }

    /** The server's log. */
    Path log() {
        return folder.resolve("mariadbd.log");
    }

    /**
     * The account that the server with the WAR uses: it can do what that needs in the schema, and nothing elsewhere.
     *
     * @param schema one that is there
     */
    public DatabaseAccount account(String schema) {
        return account(schema, DatabaseAccount.RIGHTS);
    }

    /** The same account with other rights in the schema. */
    DatabaseAccount account(String schema, List<String> rights) {
        try (Connection connection = connectTo("", admin).getConnection();
                var statement = connection.createStatement()) {
            DatabaseAccount account = DatabaseAccount.in(folder, SERVER);
            for (String sql : account.forSchema(schema, rights)) {
                statement.execute(sql);
            }
            return account;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("MariaDB cannot make an account for " + schema + ": " + e.getMessage(), e);
        }
    }

    /** The address of a schema, times read and written in UTC. */
    public String jdbcUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?" + OPTIONS;
    }

    /**
     * A schema of that name, made in the appliance's collation if it is not there, for who may do everything; connections are
     * not pooled.
     */
    public DataSource dataSource(String schema) {
        try (Connection connection = connectTo("", admin).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `" + schema
                    + "` DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB cannot make the schema " + schema + ": " + e.getMessage(), e);
        }
        return connectTo(schema, admin);
    }

    /** The schema as an account sees it; connections are not pooled. */
    DataSource dataSource(String schema, DatabaseAccount account) {
        return connectTo(schema, account);
    }

    private MysqlDataSource connectTo(String schema, DatabaseAccount account) {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(jdbcUrl(schema));
        source.setUser(account.user());
        source.setPassword(account.password());
        return source;
    }

    /** Stops the server and returns when its process has ended. The data stay. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending already: the hook runs or has run
        }
    }

    private synchronized void stop() {
        if (server != null) {
            end(server.toHandle());
        }
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel lockFolder() {
        FileChannel channel;
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            OwnerOnly.folder(folder);
            channel = FileChannel.open(
                    folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalStateException("The database folder " + folder + " cannot be written: give its user"
                    + " write permission, or choose another folder.");
        }
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (IOException | OverlappingFileLockException e) {
            // in use, as below
        }
        throw new IllegalStateException("The database folder " + folder
                + " is in use by another running Clearover: stop that one, or choose another folder.");
    }

    private void stopLeftover() throws IOException {
        Path pidFile = folder.resolve("mariadbd.pid");
        if (Files.exists(pidFile)) {
            String pid = Files.readString(pidFile).trim();
            Optional.of(pid)
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(this::isOurs)
                    .ifPresent(MariaDb::end);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.arguments()
                .map(arguments -> List.of(arguments).contains("--datadir=" + data()))
                .or(() -> info.command().map(command -> command.contains("mariadbd")))
                .orElse(false);
    }

    /** Asks the process to end, and makes it end if it does not in time. */
    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private int freePort() {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port
                    + " for the database is taken: stop the program that listens there, or choose another port.");
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** A server that starts, for bootstrap too, removes all temporary tables from this folder, whosever they are. */
    private Path temporary() throws IOException {
        return Files.createDirectories(folder.resolve("tmp"));
    }

    /** Makes the data folder under another name first: one that is there is complete. */
    private void install(MariaDbSoftware software) throws IOException {
        if (Files.exists(data())) {
            return;
        }
        Path unfinished = Files.createTempDirectory(folder, "installing");
        Path log = folder.resolve("install.log");
        ProcessBuilder program = software.server();
        program.command()
                .addAll(List.of(
                        "--bootstrap",
                        "--skip-ssl",
                        "--basedir=" + software.folder(),
                        "--datadir=" + unfinished,
                        "--tmpdir=" + temporary(),
                        "--max-allowed-packet=8M"));
        Process process = start(program.redirectOutput(OwnerOnly.file(log, "").toFile()));
        try (OutputStream statements = process.getOutputStream()) {
            software.writeSystemTables(statements);
        }
        if (exitCode(process) != 0) {
            throw new IllegalStateException("MariaDB cannot set up its data; see %s, which ends with: %s"
                    .formatted(log, lastOf(Files.readAllLines(log))));
        }
        Files.move(unfinished, data());
    }

    private static String lastOf(List<String> lines) {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB set up its data.", e);
        }
    }

    /** Whatever is in the folder belongs to whom the program runs under, also what earlier versions or root left there. */
    private Process start(ProcessBuilder program) throws IOException {
        program.environment().put("UMASK", "0600");
        program.environment().put("UMASK_DIR", "0700");
        OwnerOnly.all(folder);
        if (user.isPresent()) {
            program.command().add("--user=" + user.get().name());
            user.get().own(folder);
        }
        return program.start();
    }

    private Process launch(MariaDbSoftware software) throws IOException {
        Path accounts =
                OwnerOnly.file(folder.resolve("accounts.sql"), String.join(";\n", admin.forEverything()) + ";\n");
        ProcessBuilder program = software.server();
        program.command()
                .addAll(List.of(
                        "--console",
                        "--basedir=" + software.folder(),
                        "--datadir=" + data(),
                        "--tmpdir=" + temporary(),
                        "--pid-file=" + folder.resolve("mariadbd.pid"),
                        "--init-file=" + accounts,
                        "--socket=mariadbd.sock",
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--skip-name-resolve",
                        "--skip-ssl",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_general_ci",
                        "--max-allowed-packet=64M"));
        if (hurried) {
            program.command().add("--innodb-flush-log-at-trx-commit=2");
        }
        OwnerOnly.file(log(), "");
        Process process = start(program);
        try {
            awaitReady(process);
            Files.delete(accounts);
            OwnerOnly.permit(folder.resolve("mariadbd.pid"));
        } catch (RuntimeException e) {
            end(process.toHandle());
            throw e;
        }
        return process;
    }

    private void awaitReady(Process process) {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Path log = log();
        Thread reader = new Thread(() -> follow(process, log, ready), "MariaDB's log");
        reader.setDaemon(true);
        reader.start();
        try {
            if (ready.get(PATIENCE, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // as if it had ended
        }
        throw new IllegalStateException("MariaDB does not start; see " + log);
    }

    /** Keeps the server's log and tells from it when the server is ready, or false when it has ended. */
    private static void follow(Process process, Path log, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines = process.inputReader();
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                if (line.contains(": ready for connections.")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            // the pipe of an ended process
        } finally {
            ready.complete(false);
        }
    }
}
