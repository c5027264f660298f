package io.clearover.acceptance.kill;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The points that were gone through, as a table. */
final class KillReport {

    private final long begun = System.nanoTime();
    private final List<KillPoint> passed = new ArrayList<>();
    private int kills;

    /** A kill that hit VMs at these points. */
    void add(Iterable<KillPoint> points) {
        kills++;
        points.forEach(passed::add);
    }

    int points() {
        return passed.size();
    }

    void print(PrintStream out, long seed) {
        Map<String, Map<Integer, List<String>>> table = new TreeMap<>();
        passed.stream().sorted(Comparator.comparingInt(KillPoint::step)).forEach(point -> table.computeIfAbsent(
                        point.operation().text(), operation -> new TreeMap<>())
                .computeIfAbsent(point.step(), step -> new ArrayList<>())
                .add(point.moment()));
        out.printf(
                "Killed the server %d times at %d points in %d s (kill.seed=%d)%n",
                kills,
                passed.size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                seed);
        table.forEach((operation, steps) -> steps.forEach(
                (step, moments) -> out.printf("  %-24s %-8s %s%n", operation, text(step), String.join("; ", moments))));
    }

    private static String text(int step) {
        return step == 0 ? "waiting" : step == KillPoint.END ? "the end" : "step " + step;
    }
}
