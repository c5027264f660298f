package io.clearover.platform.driver;

import io.clearover.platform.CallPermit;
import io.clearover.platform.DriverInjection;
import io.clearover.platform.PlatformException;
import io.clearover.platform.http.DurationText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Injects drivers with a command of the operating system, the driver tool. */
@ApplicationScoped
public class DriverCommand implements DriverInjection {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final String FAILED = "VirtIO driver injection failed: ";

    private final CallPermit permit;
    private final DriverTool tool;
    private final Duration timeout;
    private final Optional<Path> driverPackage;

    /** @param driverPackage the file with the drivers, which the tool is to find; empty if only the tool knows it */
    @Inject
    public DriverCommand(
            @ConfigProperty(
                            name = "clearover.driver.command",
                            defaultValue = "sudo,/opt/migratekit/bin/inject-virtio-drivers.sh")
                    List<String> command,
            @ConfigProperty(name = "clearover.driver.timeout", defaultValue = "PT30M") Duration timeout,
            @ConfigProperty(name = "clearover.driver.log-dir") Optional<String> logDir,
            @ConfigProperty(name = "clearover.driver.package") Optional<String> driverPackage,
            CallPermit permit) {
        this.permit = permit;
        this.tool = new DriverTool(command, logDir.map(Path::of).orElseGet(DriverCommand::defaultLogFolder));
        this.timeout = timeout;
        this.driverPackage = driverPackage.map(Path::of);
    }

    /** For the client proxy. */
    protected DriverCommand() {
        this.permit = null;
        this.tool = null;
        this.timeout = null;
        this.driverPackage = Optional.empty();
    }

    @Override
    public void inject(String devicePath, String jobId) {
        DriverArguments arguments = new DriverArguments(devicePath, jobId);
        permit.beforeChange();
        permit.await();
        Process process = start(arguments);
        boolean ended = false;
        try {
            ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(FAILED + "virt-v2v-in-place was interrupted on " + devicePath, e);
        } finally {
            if (!ended) {
                new ProcessTree(process).kill(GRACE);
            }
        }
        judge(arguments, process, ended);
    }

    @Override
    public void check() {
        tool.missing().ifPresent(program -> {
            throw new PlatformException(FAILED
                    + "failed to run the driver tool: Cannot run program \"%s\": no such executable file"
                            .formatted(program));
        });
        driverPackage.filter(Files::notExists).ifPresent(file -> {
            throw new PlatformException(
                    FAILED + "virtio-win driver package not found: %s: No such file or directory".formatted(file));
        });
    }

    private Process start(DriverArguments arguments) {
        try {
            return tool.start(arguments);
        } catch (IOException e) {
            throw new PlatformException(FAILED + "failed to run the driver tool: " + e.getMessage(), e);
        }
    }

    private void judge(DriverArguments arguments, Process process, boolean ended) {
        if (!ended) {
            throw new PlatformException(FAILED
                    + "virt-v2v-in-place timed out after %s on %s and was killed: %s"
                            .formatted(DurationText.of(timeout), arguments.devicePath(), lastWords(arguments)));
        }
        if (process.exitValue() != 0) {
            throw new PlatformException(FAILED
                    + "virt-v2v-in-place failed with exit code %d on %s: %s"
                            .formatted(process.exitValue(), arguments.devicePath(), lastWords(arguments)));
        }
    }

    private String lastWords(DriverArguments arguments) {
        try {
            String error = OutputTail.of(tool.log(arguments)).error();
            return error.isEmpty() ? "no output" : error;
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    /** Beside the server's own logs; outside a server, where temporary files go. */
    private static Path defaultLogFolder() {
        String logs = System.getProperty("server.logs.dir", System.getProperty("java.io.tmpdir"));
        return Path.of(logs, "driver-injection");
    }
}
