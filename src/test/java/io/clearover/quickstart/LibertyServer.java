package io.clearover.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The real server in a process of its own, as the build has laid it out under {@code target/liberty}. Several can run at
 * once: each has its own folder for logs and working files. Not thread-safe.
 */
public final class LibertyServer implements AutoCloseable {

    private static final String NAME = "clearover";

    /** A test's server lives for a minute or two: what it would win by compiling better, it pays for the compiling. */
    private static final List<String> FASTER = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** What the compiler made isn't looked through again, and the classes of a start are those of the next. */
    private static final List<String> SHARING = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:+AllowArchivingWithJavaAgent");

    /** Seconds until a server that was asked to end is killed. */
    private static final int PATIENCE = 40;

    private final Path wlp;
    private final Path output;
    private final Map<String, String> environment;
    private List<String> faster = FASTER;
    private WarmServers warm;
    private Path leftClasses;
    private Process process;

    /**
     * @param buildFolder the build's {@code target}
     * @param output for this server's logs and working files; made if it isn't there
     * @param environment the server's configuration, as environment variables
     */
    public LibertyServer(Path buildFolder, Path output, Map<String, String> environment) {
        this.wlp = buildFolder.toAbsolutePath().resolve("liberty/wlp");
        this.output = output.toAbsolutePath();
        this.environment = Map.copyOf(environment);
    }

    /**
     * Saves half of a start's time, for tests that start many.
     *
     * @param servers with what an earlier server of the same build has left
     */
    LibertyServer hurried(WarmServers servers) {
        warm = servers;
        return this;
    }

    /** Takes the time that compiling well takes, for measurements. */
    LibertyServer compiledAsInProduction() {
        faster = List.of();
        return this;
    }

    /** The JVM's options of a server that is hurried, beside its own. */
    public static List<String> hurriedOptions() {
        return Stream.concat(FASTER.stream(), SHARING.stream()).toList();
    }

    /** Lets the server leave the classes that it has loaded there when it ends by itself. */
    LibertyServer leavingClasses(Path file) {
        leftClasses = file;
        return this;
    }

    /**
     * Starts the process; {@link Readiness} tells when it serves.
     *
     * @throws IllegalStateException in one line what hinders it
     */
    public LibertyServer start() {
        try {
            Files.createDirectories(output);
            addUsers();
            if (warm != null) {
                warm.copyTo(workingFiles());
            }
            ProcessBuilder builder = new ProcessBuilder(command())
                    .directory(output.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(console().toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("WLP_USER_DIR", wlp.resolve("usr").toString());
            builder.environment().put("WLP_OUTPUT_DIR", output.toString());
            builder.environment().put("LOG_DIR", output.resolve("logs").toString());
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("The server can't start in " + output + ": " + e.getMessage(), e);
        }
    }

    /** As the server has them, and then what makes it start faster. */
    private Stream<String> javaOptions() {
        Path file = wlp.resolve("usr/servers").resolve(NAME).resolve("jvm.options");
        try (Stream<String> lines = Files.lines(file)) {
            List<String> own = lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            return Stream.of(own.stream(), faster.stream(), sharedClasses()).flatMap(options -> options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> sharedClasses() {
        if (leftClasses != null) {
            return Stream.concat(SHARING.stream(), Stream.of("-XX:ArchiveClassesAtExit=" + leftClasses));
        }
        return warm == null
                ? Stream.empty()
                : Stream.concat(SHARING.stream(), Stream.of("-XX:SharedArchiveFile=" + warm.classes()));
    }

    private List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path tools = wlp.resolve("bin/tools");
        return Stream.of(
                        Stream.of(java.toString(), "@" + wlp.resolve("lib/platform/java/java9.options")),
                        Stream.of("-javaagent:" + tools.resolve("ws-javaagent.jar")),
                        javaOptions(),
                        Stream.of("-jar", tools.resolve("ws-server.jar").toString(), NAME),
                        warm == null ? Stream.of("--clean") : Stream.<String>empty())
                .flatMap(parts -> parts)
                .toList();
    }

    private void addUsers() throws IOException {
        Path drop = wlp.resolve("usr/servers").resolve(NAME).resolve("configDropins/defaults/users.xml");
        Files.createDirectories(drop.getParent());
        Path users = wlp.getParent()
                .getParent()
                .resolve("../src/test/liberty/users.xml")
                .normalize();
        if (!Files.exists(drop) || Files.mismatch(users, drop) >= 0) { // another server may be reading it
            Path whole = Files.createTempFile(drop.getParent(), "users", null);
            Files.copy(users, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, drop, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What it keeps between its starts; whole only after it has ended by itself. */
    Path workingFiles() {
        return output.resolve(NAME).resolve("workarea");
    }

    /** Where what it prints goes. */
    public Path console() {
        return output.resolve("console.log");
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends the process as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets the process sleep until it is {@linkplain #resume resumed}, as when its whole machine stands still. */
    public void suspend() {
        signal("STOP");
    }

    /** Lets a suspended process go on. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the server can't be sent " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Asks the server to end and waits until its process has. */
    @Override
    public void close() {
        if (!isRunning()) {
            return;
        }
        process.destroy();
        try {
            process.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** What the server printed, for messages; empty if it printed nothing yet. */
    public String printed() {
        try {
            return Files.exists(console()) ? Files.readString(console()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
