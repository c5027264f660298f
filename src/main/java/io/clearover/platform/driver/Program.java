package io.clearover.platform.driver;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Looks for programs of the operating system. */
final class Program {

    private Program() {}

    /** Whether this server may execute it: a path, or a name that is looked for where the system does. */
    static boolean canRun(String program) {
        if (program.contains(File.separator)) {
            return isExecutable(Path.of(program));
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> isExecutable(Path.of(folder, program)));
    }

    /** Whether a path leads nowhere; false for what only others may see. */
    static boolean isSurelyMissing(String program) {
        return program.contains(File.separator) && Files.notExists(Path.of(program));
    }

    private static boolean isExecutable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
