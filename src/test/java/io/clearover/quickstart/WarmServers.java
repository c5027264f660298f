package io.clearover.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * What a server of this build works out at its first start and keeps when it ends by itself: in its working files which bundles
 * fit together, and the classes that it has loaded. Kept for the other servers of the build, those of other JVMs too. One that
 * was killed has lost its working files. For one thread of a JVM at a time; JVMs may use it at once.
 */
final class WarmServers {

    private final Path all;
    private final Path kept;

    /** @param build the build's {@code target}; what another build has kept there is not used */
    WarmServers(Path build) {
        try {
            Path application = build.resolve("liberty/wlp/usr/servers/clearover/apps/clearover.war");
            all = build.resolve("warm-servers");
            kept = all.resolve(
                    String.valueOf(Files.getLastModifiedTime(application).toMillis()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes what is kept unless it is there: one JVM does it, while the others wait.
     *
     * @param server starts and ends a server that leaves its working files and its classes in a folder, as {@link #workingFiles}
     *     and {@link #classes} name them
     */
    void makeOnce(Consumer<Path> server) {
        try {
            Files.createDirectories(all);
            try (FileChannel channel = FileChannel.open(
                            all.resolve("making.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(kept)) {
                    make(server);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Consumer<Path> server) throws IOException {
        try (Stream<Path> others = Files.list(all)) {
            for (Path other : others.filter(Files::isDirectory).toList()) {
                FileUtils.deleteDirectory(other.toFile());
            }
        }
        Path unfinished = Files.createTempDirectory(all, "unfinished");
        server.accept(unfinished);
        Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives a server that is not running the working files that are kept. */
    void copyTo(Path workingFiles) throws IOException {
        FileUtils.deleteDirectory(workingFiles.toFile());
        FileUtils.copyDirectory(workingFiles(kept).toFile(), workingFiles.toFile());
    }

    /** The classes that are kept. */
    Path classes() {
        return classes(kept);
    }

    static Path workingFiles(Path folder) {
        return folder.resolve("workarea");
    }

    static Path classes(Path folder) {
        return folder.resolve("classes.jsa");
    }
}
