package io.clearover.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start as a process: what it says, and that it leaves nothing behind. */
class QuickstartIT {

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void leave_nothing_behind() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void one_command_builds_and_starts_a_clean_checkout() throws Exception {
        Path checkout = folder.resolve("checkout");
        for (String part : List.of("pom.xml", ".mvn", "src")) {
            copy(Path.of(System.getProperty("clearover.basedir"), part), checkout.resolve(part));
        }
        List<String> command = new ArrayList<>(List.of("mvn", "-o", "-B", "-Prun"));
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        command.addAll(freePorts());

        run(new ProcessBuilder(command).directory(checkout.toFile()));

        await("it is ready or ends")
                .atMost(Duration.ofMinutes(5))
                .until(() -> said().contains("Clearover is ready") || !process.isAlive());
        assertThat(said()).contains("Clearover is ready").doesNotContain("can't start");
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    }

    @Test
    void what_dies_is_started_again_until_ctrl_c_stops_all_of_it() throws Exception {
        start("-Ddata=" + folder.resolve("data"));
        awaitSaid("Clearover is ready");

        child("mariadbd").destroyForcibly();
        awaitSaid("The database runs again.");
        child("ws-server.jar").destroyForcibly();
        awaitSaid("The server runs again.");

        List<ProcessHandle> children = process.descendants().toList();
        interrupt();
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("it ends; it said %s", said())
                .isTrue();
        assertThat(children).as("database and server").hasSizeGreaterThanOrEqualTo(2);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(said().strip()).contains("viewer, operator or admin").endsWith("Stopped.");
    }

    private void awaitSaid(String words) {
        await(words).atMost(Duration.ofMinutes(3)).until(() -> said().contains(words));
    }

    private ProcessHandle child(String word) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_taken_port_is_said_in_one_line() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            start("-Dport=" + taken.getLocalPort());

            assertThat(endsWith(1))
                    .isEqualTo("Clearover can't start: port " + taken.getLocalPort()
                            + " is taken. Stop the program that listens there, or choose another with -Dport=PORT.");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_said_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        start("-Ddata=" + file.resolve("data"));

        assertThat(endsWith(1))
                .startsWith("Clearover can't start: the data folder")
                .endsWith("-Ddata=DIR.");
    }

    @Test
    void a_port_that_is_none_is_said_in_one_line() throws Exception {
        start("-Dport=http");

        assertThat(endsWith(1))
                .isEqualTo("Clearover can't start: -Dport=http is no port: give a number from 1 to 65535.");
    }

    @Test
    void a_configuration_that_is_refused_is_said_in_one_line() throws Exception {
        start("-Ddata=" + folder.resolve("data"), Map.of("CLEAROVER_SUMMARY_MAX_AGE", "P6D"));

        assertThat(endsWith(1))
                .endsWith(
                        "Clearover can't start: the application refuses to start: clearover.summary.max-age is PT144H:"
                                + " give at least P7D (7 days)");
    }

    private void start(String option) throws IOException {
        start(option, Map.of());
    }

    /** The option overrides the free ports. */
    private void start(String option, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dclearover.basedir=" + System.getProperty("clearover.basedir", "")));
        command.addAll(freePorts());
        command.add(option);
        command.add(Quickstart.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        run(builder);
    }

    private void run(ProcessBuilder builder) throws IOException {
        process = builder.redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(each, copy);
            }
        }
    }

    private static List<String> freePorts() throws IOException {
        return List.of("-Dport=" + freePort(), "-Ddb.port=" + freePort(), "-Dlab.port=" + freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private String endsWith(int exitCode) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(exitCode);
        return said().strip();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private String said() throws IOException {
        return Files.readString(output());
    }
}
