package io.clearover.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Unpacks the WAR of the server in whose {@code lib} this is, and runs its command for the database's schema. */
public final class SchemaLauncher {

    private static final String COMMAND = "io.clearover.schema.SchemaCommand";

    /** Where the WAR is, if not in the server's {@code apps}. */
    private static final String WAR = "CLEAROVER_WAR";

    private SchemaLauncher() {}

    /** @param arguments of the command; its exit code is the process's */
    public static void main(String... arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        Path unpacked = Files.createTempDirectory("clearover-schema");
        int code;
        try (URLClassLoader classes =
                new URLClassLoader(unpack(war(), unpacked), SchemaLauncher.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(classes);
            code = (int) classes.loadClass(COMMAND)
                    .getMethod("run", List.class, Map.class, PrintStream.class)
                    .invoke(null, List.of(arguments), System.getenv(), out);
        } finally {
            remove(unpacked);
        }
        System.exit(code);
    }

    private static Path war() throws URISyntaxException {
        String named = System.getenv(WAR);
        Path own = Path.of(SchemaLauncher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return named == null ? own.resolveSibling("../apps/clearover.war").normalize() : Path.of(named);
    }

    /** Its classes and libraries. */
    private static URL[] unpack(Path war, Path folder) throws IOException {
        List<URL> places = new ArrayList<>();
        // a folder that is not there yet would be taken for an archive
        places.add(Files.createDirectories(folder.resolve("WEB-INF/classes"))
                .toUri()
                .toURL());
        try (JarFile archive = new JarFile(war.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) archive.stream().map(ZipEntry.class::cast)::iterator) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && target.startsWith(folder.resolve("WEB-INF"))) {
                    Files.createDirectories(target.getParent());
                    try (InputStream content = archive.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                    if (entry.getName().endsWith(".jar")) {
                        places.add(target.toUri().toURL());
                    }
                }
            }
        }
        return places.toArray(URL[]::new);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(SchemaLauncher::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
