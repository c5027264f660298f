package io.clearover.acceptance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a server writes into its log files from now on. */
public final class ServerLogs {

    private static final List<String> EXHAUSTED = List.of("OutOfMemoryError", "StackOverflowError");

    private final List<Path> folders;
    private final Map<Path, Long> begun = new HashMap<>();

    /** @param folders whose log files may be put aside and begun anew at any time */
    public ServerLogs(List<Path> folders) {
        this.folders = folders;
        files().forEach(file -> begun.put(file, file.toFile().length()));
    }

    /** Lines that begin with what a request had after a line break; that tell of used up memory; that have a secret. */
    public List<String> faults() {
        return files().stream()
                .flatMap(file -> since(file).lines())
                .filter(ServerLogs::isFault)
                .distinct()
                .toList();
    }

    private static boolean isFault(String line) {
        return line.startsWith(OddTexts.FORGED)
                || EXHAUSTED.stream().anyMatch(line::contains)
                || Stream.of(Role.values())
                        .flatMap(role -> role.secret().stream())
                        .anyMatch(line::contains);
    }

    private List<Path> files() {
        return folders.stream().flatMap(ServerLogs::files).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String since(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            long before = begun.getOrDefault(file, 0L);
            int from = before > all.length ? 0 : (int) before;
            return new String(all, from, all.length - from, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
