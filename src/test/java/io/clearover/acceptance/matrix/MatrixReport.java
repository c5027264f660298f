package io.clearover.acceptance.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the cells went, for the one who reads the build. Thread-safe. */
final class MatrixReport {

    private final Map<String, Map<MatrixFault, int[]>> rows = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();
    private int tried;

    /** Rows stand in the order in which they are first named. */
    MatrixReport(List<MatrixCell> cells) {
        cells.forEach(cell -> rows.computeIfAbsent(row(cell), key -> new LinkedHashMap<>()));
    }

    synchronized void add(MatrixCell cell, String vm, List<String> problems) {
        int[] counts = rows.get(row(cell)).computeIfAbsent(cell.fault(), key -> new int[2]);
        counts[0]++;
        counts[1] += problems.isEmpty() ? 1 : 0;
        tried++;
        if (!problems.isEmpty()) {
            String line = "%s (%s): %s".formatted(cell, vm, String.join("; ", problems));
            failed.add(line);
            System.out.println("fault matrix: failed: " + line);
        }
    }

    private static String row(MatrixCell cell) {
        return "%-16s %s%s"
                .formatted(
                        cell.point().operation(),
                        cell.point().undo() ? "undo: " : "",
                        cell.point().step());
    }

    synchronized int tried() {
        return tried;
    }

    synchronized List<String> failed() {
        return List.copyOf(failed);
    }

    synchronized void print(int possible, Duration duration) {
        System.out.printf(
                "%s%nfault matrix: %d cells of %d tried, %d passed, in %d s%n",
                table(), tried, possible, tried - failed.size(), duration.toSeconds());
    }

    /** Passed of tried, for each step and fault. */
    private String table() {
        String head = "%-56s".formatted("passed/tried")
                + Stream.of(MatrixFault.values()).map(fault -> " " + fault).collect(Collectors.joining());
        return rows.entrySet().stream()
                .map(row -> "%-56s".formatted(row.getKey())
                        + Stream.of(MatrixFault.values())
                                .map(fault -> (" %" + fault.name().length() + "s")
                                        .formatted(text(row.getValue().get(fault))))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n", head + "\n", ""));
    }

    private static String text(int[] counts) {
        return counts == null ? "." : counts[1] + "/" + counts[0];
    }
}
