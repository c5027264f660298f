package io.clearover.platform.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.clearover.platform.CallPermit;
import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.CONCURRENT)
class DriverCommandTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void the_tool_gets_the_device_the_job_id_and_its_environment() throws IOException {
        DriverCommand command = command(LONG, "echo \"$@\" backend=$LIBGUESTFS_BACKEND; echo more >&2; cat");

        command.inject("/dev/vdc", "job-1_a");

        assertThat(log("job-1_a")).containsExactly("leading /dev/vdc job-1_a backend=direct", "more");
    }

    @Test
    void a_failure_holds_the_exit_code_and_the_last_error_and_the_log_all_of_it() throws IOException {
        DriverCommand command = command(
                LONG,
                """
                for i in $(seq 1 5000); do echo "libguestfs: trace: v2v: line $i"; done
                echo "virt-v2v-in-place: error: an earlier one"
                echo "virt-v2v-in-place: error: inspection could not detect the source guest (or" >&2
                echo "physical machine) operating system." >&2
                echo
                echo "If reporting bugs, run virt-v2v with debugging enabled"
                for i in $(seq 1 100); do echo "libguestfs: trace: v2v: close $i"; done
                exit 1
                """);

        assertThatThrownBy(() -> command.inject("/dev/vdc", "job-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessage("VirtIO driver injection failed: virt-v2v-in-place failed with exit code 1 on /dev/vdc:"
                        + " virt-v2v-in-place: error: inspection could not detect the source guest (or"
                        + " physical machine) operating system.");
        assertThat(log("job-1")).hasSize(5105);
    }

    @Test
    void a_failure_without_an_error_line_holds_the_last_lines() {
        DriverCommand command = command(LONG, "echo one; echo two; echo; echo three; echo four; exit 7");

        assertThatThrownBy(() -> command.inject("/dev/vdc", "job-1"))
                .hasMessage("VirtIO driver injection failed: virt-v2v-in-place failed with exit code 7 on /dev/vdc:"
                        + " two three four");
    }

    @Test
    void a_silent_failure_says_so() {
        assertThatThrownBy(() -> command(LONG, "exit 2").inject("/dev/vdc", "job-1"))
                .hasMessageEndingWith("failed with exit code 2 on /dev/vdc: no output");
    }

    @Test
    void one_endless_line_does_no_harm() {
        DriverCommand command =
                command(LONG, "head -c 3000000 /dev/zero | tr '\\0' x; echo; echo tool: error: disk full; exit 1");

        assertThatThrownBy(() -> command.inject("/dev/vdc", "job-1"))
                .hasMessageEndingWith("on /dev/vdc: tool: error: disk full");
    }

    @Test
    void a_tool_that_hangs_is_killed_with_all_that_it_started() throws IOException {
        Path child = folder.resolve("child");
        Instant started = Instant.now();

        TimedOut timedOut =
                timedOut("sleep 300 & echo $! > %s; echo '[  3.0] Mapping filesystem'; touch %s; wait", child);

        assertThat(timedOut.failure())
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "VirtIO driver injection failed: virt-v2v-in-place timed out after %ds on /dev/vdc and was"
                                + " killed: [  3.0] Mapping filesystem",
                        timedOut.limit().toSeconds());
        assertThat(Duration.between(started, Instant.now()))
                .as("it isn't waited for")
                .isLessThan(Duration.ofSeconds(300));
        awaitEnd(child);
    }

    @Test
    void a_tool_that_does_not_want_to_end_is_killed_all_the_same() throws IOException {
        Path child = folder.resolve("child");

        TimedOut timedOut = timedOut(
                "trap '' TERM; (trap '' TERM; while :; do sleep 1; done) & echo $! > %s; touch %s; wait; wait", child);

        assertThat(timedOut.failure())
                .hasMessageContaining("timed out after %ds", timedOut.limit().toSeconds());
        awaitEnd(child);
    }

    @Test
    void an_interrupted_injection_is_killed_and_stays_interrupted() throws IOException {
        Path child = folder.resolve("child");
        DriverCommand command = command(LONG, "echo $$ > " + child + "; exec sleep 300");
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(() -> command.inject("/dev/vdc", "job-1"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure)
                .isInstanceOf(PlatformException.class)
                .hasMessage("VirtIO driver injection failed: virt-v2v-in-place was interrupted on /dev/vdc");
        if (Files.exists(child) && !Files.readString(child).isBlank()) { // else it was killed before it came so far
            awaitEnd(child);
        }
    }

    @Test
    void an_interrupted_injection_gives_the_tool_time_to_end_and_leaves_nothing_running() throws Exception {
        Path child = folder.resolve("child");
        Path ready = folder.resolve("ready");
        Path tidied = folder.resolve("tidied");
        // its child may be asked to end first, and must not take it along
        DriverCommand command = command(
                LONG,
                "sleep 300 & echo $! > %s; trap 'sleep 0.2; touch %s; exit 1' TERM; touch %s; while :; do wait; done"
                        .formatted(child, tidied, ready));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread injection =
                new Thread(() -> failure.complete(catchThrowable(() -> command.inject("/dev/vdc", "job-1"))));
        injection.start();
        await().atMost(LONG).until(() -> Files.exists(ready));

        injection.interrupt();

        assertThat(failure.get(30, TimeUnit.SECONDS)).hasMessageContaining("was interrupted on /dev/vdc");
        assertThat(tidied).exists();
        awaitEnd(child);
    }

    @Test
    void a_tool_that_somebody_kills_is_a_failure() {
        assertThatThrownBy(() -> command(LONG, "echo '[  3.0] Mapping filesystem'; kill -9 $$")
                        .inject("/dev/vdc", "job-1"))
                .isInstanceOf(PlatformException.class)
                .isNotInstanceOf(UnansweredException.class)
                .hasMessage("VirtIO driver injection failed: virt-v2v-in-place failed with exit code 137 on /dev/vdc:"
                        + " [  3.0] Mapping filesystem");
    }

    @Test
    void a_missing_program_is_told_as_such() {
        DriverCommand command = new DriverCommand(
                List.of("/no/such/tool"), LONG, Optional.of(folder.toString()), Optional.empty(), CallPermit.ALWAYS);

        assertThatThrownBy(() -> command.inject("/dev/vdc", "job-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("VirtIO driver injection failed: failed to run the driver tool: ")
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void a_log_folder_that_cannot_be_is_told_before_anything_is_run() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path ran = folder.resolve("ran");
        DriverCommand command = new DriverCommand(
                List.of("/bin/sh", "-c", "touch " + ran),
                LONG,
                Optional.of(file.resolve("logs").toString()),
                Optional.empty(),
                CallPermit.ALWAYS);

        assertThatThrownBy(() -> command.inject("/dev/vdc", "job-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith("VirtIO driver injection failed: failed to run the driver tool: ");
        assertThat(ran).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vdc",
                "/dev/",
                "/dev",
                "/etc/passwd",
                "/dev/../etc/passwd",
                "/dev/vdc;reboot",
                "/dev/vd c",
                "/dev/vdc\n",
                "/dev/$(id)",
                "/dev//vdc",
                "/dev/.",
                "--help"
            })
    void a_device_that_is_none_is_refused(String device) {
        assertThatThrownBy(() -> command(LONG, "touch " + folder.resolve("ran")).inject(device, "job-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith(
                        "VirtIO driver injection failed: refused to call the driver tool with the device");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/vdc",
                "/dev/disk/by-id/virtio-6f1c7a2e",
                "/dev/disk/by-path/pci-0000:00:07.0",
                "/dev/mapper/a"
            })
    void devices_of_all_usual_forms_are_accepted(String device) throws IOException {
        command(LONG, "echo $2").inject(device, "job-1");

        assertThat(log("job-1")).containsExactly(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../job", "a b", "-rf", "job;id", "jöb"})
    void a_job_id_that_is_none_is_refused(String jobId) {
        assertThatThrownBy(() -> command(LONG, "exit 0").inject("/dev/vdc", jobId))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("refused to call the driver tool with the job id");
    }

    @Test
    void a_tool_that_is_there_is_found_by_path_or_name() throws IOException {
        Path script = Files.createFile(folder.resolve("inject.sh"));

        assertThatNoException().isThrownBy(() -> {
            tool("/bin/sh", "-c", "exit 1").check();
            tool("sh").check();
            tool("env", script.toString()).check();
        });
    }

    @Test
    void a_tool_that_is_not_there_or_can_not_be_executed_is_told() throws IOException {
        Path script = Files.createFile(folder.resolve("inject.sh"));
        Path sudo = Files.createFile(folder.resolve("sudo"));
        assertThat(sudo.toFile().setExecutable(true)).isTrue();

        for (DriverCommand missing : List.of(
                tool("/nowhere/inject.sh"),
                tool("no-such-driver-tool"),
                tool(script.toString()),
                tool(sudo.toString(), "/nowhere/inject.sh"))) {
            assertThatThrownBy(missing::check)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageStartingWith(
                            "VirtIO driver injection failed: failed to run the driver tool: Cannot run" + " program");
        }
    }

    /** How a tool failed that was given too little time. */
    private record TimedOut(Duration limit, Throwable failure) {}

    /**
     * A run that is over its limit when the script waits already: given more time until it came so far.
     *
     * @param script with the places of the file for its child's id, and of one that it makes before it waits
     */
    private TimedOut timedOut(String script, Path child) throws IOException {
        Path waits = folder.resolve("waits");
        Duration limit = Duration.ofSeconds(1);
        while (true) {
            DriverCommand command = command(limit, script.formatted(child, waits));
            Throwable failure = catchThrowable(() -> command.inject("/dev/vdc", "job-1"));
            if (Files.exists(waits)) {
                return new TimedOut(limit, failure);
            }
            assertThat(limit).as("time for a shell to begin").isLessThan(LONG);
            limit = limit.multipliedBy(2);
        }
    }

    @Test
    void a_missing_package_of_drivers_is_told_without_running_anything() throws IOException {
        Path drivers = folder.resolve("virtio-win.iso");
        DriverCommand command = new DriverCommand(
                List.of("/bin/sh"), LONG, Optional.empty(), Optional.of(drivers.toString()), CallPermit.ALWAYS);

        assertThatThrownBy(command::check).isInstanceOf(PlatformException.class).hasMessageContaining("not found");
        Files.createFile(drivers);
        assertThatNoException().isThrownBy(command::check);
    }

    private DriverCommand tool(String... command) {
        return new DriverCommand(
                List.of(command),
                LONG,
                Optional.of(folder.resolve("logs").toString()),
                Optional.empty(),
                CallPermit.ALWAYS);
    }

    /** A tool that is this script; its first argument is "leading". */
    private DriverCommand command(Duration timeout, String script) {
        return new DriverCommand(
                List.of("/bin/sh", "-c", script, "tool", "leading"),
                timeout,
                Optional.of(folder.resolve("logs").toString()),
                Optional.empty(),
                CallPermit.ALWAYS);
    }

    private List<String> log(String jobId) throws IOException {
        return Files.readAllLines(folder.resolve("logs").resolve("driver-injection-" + jobId + ".log"));
    }

    private static void awaitEnd(Path pidFile) throws IOException {
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        await().atMost(LONG)
                .until(() ->
                        ProcessHandle.of(pid).map(handle -> !handle.isAlive()).orElse(true));
    }
}
