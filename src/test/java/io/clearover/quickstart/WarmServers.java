package io.clearover.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What a server of this build works out at its first start, which bundles fit together above all, and keeps in its working
 * files when it ends by itself: kept for the other servers of the build, those of other JVMs too. One that was killed has lost
 * it. Thread-safe.
 */
final class WarmServers {

    private final Path kept;

    /** @param build the build's {@code target}; what another build has kept there is not used */
    WarmServers(Path build) {
        try {
            Path application = build.resolve("liberty/wlp/usr/servers/clearover/apps/clearover.war");
            long made = Files.getLastModifiedTime(application).toMillis();
            kept = build.resolve("warm-servers").resolve(String.valueOf(made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing is kept yet and nobody else, in this JVM or another, was told so: who is told so shall keep some. */
    boolean areAwaited() {
        try {
            Files.createDirectories(kept.getParent());
            Files.createDirectory(kept.resolveSibling(kept.getFileName() + ".awaited"));
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives a server that is not running the working files that are kept.
     *
     * @return whether there are any
     */
    boolean prepare(Path workingFiles) {
        if (!Files.exists(kept)) {
            return false;
        }
        try {
            delete(workingFiles);
            copy(kept, workingFiles);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the working files of a server that has ended by itself. */
    void keep(Path workingFiles) {
        try {
            Path whole = Files.createTempDirectory(kept.getParent(), "copy");
            copy(workingFiles, whole);
            Files.move(whole, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
