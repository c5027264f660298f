package io.clearover.acceptance.support;

import io.clearover.quickstart.LibertyServer;
import io.clearover.quickstart.TestRun;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An installation with a second server on the same database, both with short leases; the second may do there what the packaged
 * scripts allow, and no more.
 */
public final class TwoServers implements AutoCloseable {

    public static final Duration HEARTBEAT = Duration.ofMillis(500);
    public static final Duration LEASE = Duration.ofSeconds(3);

    /** How many operations each server runs at once. */
    public static final int MOST_RUNNING = 5;

    private final Path data = TestRun.folder("two-servers");
    private final int port = TestRun.freePort();
    private final Clearover first = new Clearover(data, 0.05, settings("first"));
    private LibertyServer second;

    private static Map<String, String> settings(String node) {
        return Map.of(
                "CLEAROVER_NODE",
                node,
                "CLEAROVER_LEASE_HEARTBEAT",
                HEARTBEAT.toString(),
                "CLEAROVER_LEASE_TIME",
                LEASE.toString(),
                "CLEAROVER_OPERATIONS_MAX_RUNNING",
                String.valueOf(MOST_RUNNING),
                "CLEAROVER_DESTINATION_POLL_INTERVAL",
                "PT0.05S",
                "CLEAROVER_FINAL_SYNC_POLL_INTERVAL",
                "PT0.1S",
                "CLEAROVER_SOURCE_POLL_INTERVAL",
                "PT0.1S",
                "CLEAROVER_UNDO_RETRY_DELAY",
                "PT0.2S");
    }

    public Clearover first() {
        return first;
    }

    /** The second server's API as a user whose password is the name. */
    public Api second(String user) {
        return new Api("http://localhost:" + port, user);
    }

    /** All data as after the first start, and both servers running and awake, whatever a test left. */
    public void reset() {
        if (first.installation().server().isRunning()) {
            first.installation().server().resume();
        }
        if (second == null || !second.isRunning()) {
            Map<String, String> settings = new HashMap<>(settings("second"));
            settings.put("HTTP_PORT", String.valueOf(port));
            settings.putAll(first.installation().accountsOfScripts());
            second = first.installation().startAnotherServer(data.resolve("second"), settings);
        }
        first.reset();
    }

    /** How often the second server has printed a text since it was started. */
    public long secondPrinted(String text) {
        return second.printed().split(Pattern.quote(text), -1).length - 1L;
    }

    public JsonObject statusAtSecond(String job) {
        return second("admin").get("/api/v1/failover/%s/status".formatted(job)).json();
    }

    /** The job's status as the second server tells it, when it has ended. */
    public JsonObject endedAtSecond(String job) {
        first.awaitEnded(job);
        return statusAtSecond(job);
    }

    @Override
    public void close() {
        if (second != null) {
            second.close();
        }
        first.close();
    }
}
