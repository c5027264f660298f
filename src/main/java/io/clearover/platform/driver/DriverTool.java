package io.clearover.platform.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program that injects drivers.
 *
 * @param command the program and its leading arguments
 * @param logFolder where each run's whole output goes; made when it is not there
 */
record DriverTool(List<String> command, Path logFolder) {

    DriverTool {
        command = List.copyOf(command);
    }

    /**
     * Starts it. It writes its log file itself, not through us: nothing of the output is lost when this server dies, the tool
     * then is not torn out of its work on a disk by a broken pipe, and no output is too fast or too much.
     */
    Process start(DriverArguments arguments) throws IOException {
        Files.createDirectories(logFolder);
        List<String> line = new ArrayList<>(command);
        line.add(arguments.devicePath());
        line.add(arguments.jobId());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log(arguments).toFile());
        builder.environment().put("LIBGUESTFS_BACKEND", "direct");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** A program of the command that isn't there; empty if all can be run, as far as this server may know. */
    Optional<String> missing() {
        String first = command.get(0);
        if (!Program.canRun(first)) {
            return Optional.of(first);
        }
        boolean asRoot = Path.of(first).endsWith("sudo") && command.size() > 1;
        return asRoot ? Optional.of(command.get(1)).filter(Program::isSurelyMissing) : Optional.empty();
    }

    Path log(DriverArguments arguments) {
        return logFolder.resolve("driver-injection-" + arguments.jobId() + ".log");
    }
}
