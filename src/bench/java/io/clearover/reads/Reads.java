package io.clearover.reads;

import static org.awaitility.Awaitility.await;

import io.clearover.quickstart.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Measures the reads of a real server on a real MariaDB with years of history, each beside its floor in the same server, in rounds
 * that take turns. Prints a table in Markdown, and writes it to {@code target/bench/reads.md}.
 */
public final class Reads {

    private static final int HTTP_PORT = 9480;

    private static final int CLIENTS = Integer.getInteger("bench.clients", 4);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofMillis(Long.getLong("bench.round", 2000));
    private static final Duration WARM_UP = Duration.ofMillis(Long.getLong("bench.warmup", 8000));
    private static final int VMS = Integer.getInteger("bench.vms", 1000);
    private static final int REPLICATIONS = Integer.getInteger("bench.replications", 100);
    private static final int FAILOVERS = Integer.getInteger("bench.failovers", 50);

    private Reads() {}

    /** Runs all. */
    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(System.getProperty("clearover.basedir", ""), "target").toAbsolutePath();
        Path data = target.resolve("bench/data");
        Path floor = target.resolve("liberty/wlp/usr/servers/clearover/dropins/floor.war");
        writeFloor(floor);
        try (Installation installation =
                new Installation(new Installation.Settings(target, data, HTTP_PORT, 0, 0, 1, Map.of())).measured()) {
            installation.start();
            History history = new History(installation.dataSource());
            if (Files.notExists(data.resolve("filled"))) {
                history.fill(VMS, REPLICATIONS, FAILOVERS);
                Files.createFile(data.resolve("filled"));
            }
            awaitFloor(installation.url());
            String table = measure(installation.url(), history.failedJob());
            Files.writeString(target.resolve("bench/reads.md"), table);
            System.out.println(table);
        } finally {
            Files.deleteIfExists(floor);
        }
    }

    private static List<ReadCase> cases(String job) {
        String recent = "/api/v1/vm-contexts/%s/recent-jobs";
        String jobs = "/api/v1/jobs";
        List<ReadCase> cases = new ArrayList<>(List.of(
                new ReadCase("recent jobs", recent.formatted(History.USUAL), "/floor/reads/recent?id=" + History.USUAL, 0.9),
                new ReadCase("recent jobs, long history", recent.formatted(History.LONG), recent.formatted(History.USUAL), 1 / 1.2),
                new ReadCase(
                        "recent jobs, unchanged (304)",
                        recent.formatted(History.USUAL) + Load.UNCHANGED,
                        recent.formatted(History.USUAL),
                        3),
                new ReadCase("status of a failed job", "/api/v1/failover/%s/status".formatted(job), "/floor/reads/status?id=" + job, 0.8),
                new ReadCase("50 VMs", "/api/v1/vm-contexts?limit=50", "/floor/reads/page", 0.8),
                new ReadCase("all VMs", "/api/v1/vm-contexts", "/floor/reads/all", 0.7),
                new ReadCase("fleet's jobs", jobs, "/floor/reads/jobs", 0)));
        for (String filter : List.of(
                "vm=bench-7",
                "type=test_failover",
                "status=failed",
                "status=completed",
                "category=platform",
                "cause=capacity",
                "side=destination",
                "started_by=operator",
                "since=2025-01-01T00:00:00Z",
                "text=bench-7",
                "sort=started_at")) {
            cases.add(new ReadCase("fleet's jobs, " + filter, jobs + "?" + filter, jobs, 0.5));
        }
        return cases;
    }

    private static String measure(String url, String job) throws Exception {
        List<ReadCase> cases = cases(job);
        Map<ReadCase, List<Double>> ratios = new LinkedHashMap<>();
        Map<ReadCase, List<Load.Measured>> measured = new LinkedHashMap<>();
        try (Load load = new Load(url, CLIENTS)) {
            for (ReadCase each : cases) {
                load.ask(each.path(), WARM_UP.dividedBy(each.target() == 0.5 ? 8 : 1));
                load.ask(each.against(), WARM_UP.dividedBy(8));
                ratios.put(each, new ArrayList<>());
                measured.put(each, new ArrayList<>());
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (ReadCase each : cases) {
                    Load.Measured floor = load.ask(each.against(), ROUND);
                    Load.Measured read = load.ask(each.path(), ROUND);
                    ratios.get(each).add(read.perSecond() / floor.perSecond());
                    measured.get(each).add(read);
                }
            }
        }
        return table(cases, ratios, measured);
    }

    private static String table(
            List<ReadCase> cases, Map<ReadCase, List<Double>> ratios, Map<ReadCase, List<Load.Measured>> measured) {
        StringBuilder table = new StringBuilder(
                "| read | against | ratio of rates (median of %d rounds) | to reach | per second | median ms | p99 ms |\n"
                                .formatted(ROUNDS)
                        + "|---|---|---|---|---|---|---|\n");
        for (ReadCase each : cases) {
            List<Load.Measured> reads = measured.get(each);
            table.append("| %s | %s | %.2f | %s | %.0f | %.1f | %.1f |%n"
                    .formatted(
                            each.name(),
                            each.against().startsWith("/floor") ? "floor" : "`" + each.against().replaceAll("\\?.*", "") + "`",
                            median(ratios.get(each)),
                            each.target() == 0 ? "" : "%.2f".formatted(each.target()),
                            median(reads.stream().map(Load.Measured::perSecond).toList()),
                            median(reads.stream()
                                            .map(read -> (double) read.micros().getValueAtPercentile(50))
                                            .toList())
                                    / 1000,
                            median(reads.stream()
                                            .map(read -> (double) read.micros().getValueAtPercentile(99))
                                            .toList())
                                    / 1000));
        }
        return table.toString();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** The floor's application, of its one class. */
    private static void writeFloor(Path war) throws IOException {
        Files.createDirectories(war.getParent());
        String name = FloorServlet.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file);
                InputStream code = FloorServlet.class.getResourceAsStream("/" + name)) {
            zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
            code.transferTo(zip);
        }
    }

    private static void awaitFloor(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/floor/reads/page")).build();
        HttpClient http = HttpClient.newHttpClient();
        await("the floor answers")
                .atMost(Duration.ofMinutes(1))
                .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
    }
}
