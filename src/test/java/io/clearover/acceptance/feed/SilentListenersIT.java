package io.clearover.acceptance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Alone;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Clients of the live feed that never read what they are sent: they lose only themselves. By {@code -Dfeed.listeners},
 * {@code -Dfeed.silent} and {@code -Dfeed.duration} as many and as long as one likes.
 */
@Alone
@WithClearover
class SilentListenersIT {

    private static final String ALL = "/api/v1/events";

    private static final int LISTENERS = Integer.getInteger("feed.listeners", 60);
    private static final int SILENT = Integer.getInteger("feed.silent", 40);
    private static final Duration DURATION = Duration.parse(System.getProperty("feed.duration", "PT10S"));

    /** Generous, as builds run on small and busy machines; what is stuck waits much longer. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Events of 50 kB each: they soon fill what the connection of a client that doesn't read holds. */
    private static final int LOUD_CHANGES = 150;

    @Test
    void who_reads_hears_all_in_time_however_many_do_not(Clearover clearover) throws IOException {
        List<Socket> silent = new ArrayList<>();
        List<Listening> reading = new ArrayList<>();
        Duration longest = Duration.ZERO;
        try {
            for (int i = 0; i < SILENT; i++) {
                silent.add(new RawRequest(clearover.url(), "GET " + ALL + " HTTP/1.1")
                        .as("viewer", "viewer")
                        .open());
            }
            reading.add(clearover.as("viewer").listen(ALL).ready());
            fill(clearover);
            IntStream.range(0, LISTENERS - SILENT - 1)
                    .forEach(i -> reading.add(clearover.as("viewer").listen(ALL)));
            Instant end = Instant.now().plus(DURATION);
            for (int turn = 0; turn == 0 || Instant.now().isBefore(end); turn++) {
                Duration took = untilAllHear(clearover, reading, "turn-" + turn);
                longest = took.compareTo(longest) > 0 ? took : longest;
            }
        } finally {
            reading.forEach(Listening::close);
            for (Socket socket : silent) {
                socket.close();
            }
        }

        System.out.printf(
                "%d listeners, %d of them silent, for %s: told within %d ms%n",
                LISTENERS, SILENT, DURATION, longest.toMillis());
        assertThat(longest).isLessThan(SOON);
    }

    private static void fill(Clearover clearover) {
        clearover.sql("INSERT INTO job_tracking (id, job_type, operation, status, metadata) VALUES ('loud', 'failover',"
                + " 'unified-test-failover', 'running', JSON_OBJECT('vm_name', REPEAT('x', 50000)))");
        for (int i = 0; i < LOUD_CHANGES; i++) {
            clearover.sql("UPDATE job_tracking SET started_at = UTC_TIMESTAMP() - INTERVAL %d SECOND WHERE id = 'loud'"
                    .formatted(i));
            await().pollDelay(Duration.ofMillis(110)).until(() -> true);
        }
        clearover.sql("DELETE FROM job_tracking WHERE id = 'loud'");
    }

    private static Duration untilAllHear(Clearover clearover, List<Listening> reading, String job) {
        clearover.sql("INSERT INTO job_tracking (id, job_type, operation, status, metadata) VALUES ('%s', 'failover',"
                        .formatted(job)
                + " 'unified-test-failover', 'running', '{}')");
        Instant begun = Instant.now();
        await("all hear of " + job)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reading.stream()
                        .noneMatch(listening -> listening.about(job).isEmpty()));
        clearover.sql("UPDATE job_tracking SET status = 'completed', completed_at = UTC_TIMESTAMP() WHERE id = '%s'"
                .formatted(job));
        return Duration.between(begun, Instant.now());
    }
}
