package io.clearover.acceptance.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Clients of the live feed that never read what they are sent: they lose only themselves. By {@code -Dfeed.listeners},
 * {@code -Dfeed.silent} and {@code -Dfeed.duration} as many and as long as one likes.
 */
@WithClearover
class SilentListenersIT {

    private static final String ALL = "/api/v1/events";

    private static final int LISTENERS = Integer.getInteger("feed.listeners", 60);
    private static final int SILENT = Integer.getInteger("feed.silent", 40);
    private static final Duration DURATION = Duration.parse(System.getProperty("feed.duration", "PT10S"));

    /** Generous, as builds run on small and busy machines; whoever waits for a silent one waits a minute. */
    private static final Duration SOON = Duration.ofSeconds(15);

    /** The server gives a client that doesn't read a minute; others then take its place. */
    private static final Duration SILENCE = Duration.ofSeconds(50);

    /** Changes of 50 kB each: they fill what the connection of a client that doesn't read holds. */
    private static final int LOUD_CHANGES = 150;

    private static final String TAKEN_IN = "HTTP/1.1 200";

    private final List<Socket> silent = new ArrayList<>();
    private final List<Listening> reading = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        reading.forEach(Listening::close);
        for (Socket socket : silent) {
            socket.close();
        }
    }

    @Test
    void who_reads_is_told_all_in_time_however_many_do_not(Clearover clearover) throws IOException {
        listenInSilence(clearover);
        fill(clearover);
        listen(clearover);
        Instant end = Instant.now().plus(DURATION);
        Instant gone = Instant.now().plus(SILENCE);
        Duration longest = Duration.ZERO;
        int changes = 0;
        do {
            if (Instant.now().isAfter(gone)) {
                listenInSilence(clearover);
                gone = Instant.now().plus(SILENCE);
            }
            Duration took = untilAllAreTold(clearover, "change-" + changes++);
            longest = took.compareTo(longest) > 0 ? took : longest;
        } while (Instant.now().isBefore(end));

        System.out.printf(
                "%d listeners, %d of them silent: %d changes in %d s, the slowest told after %d ms%n",
                LISTENERS, SILENT, changes, DURATION.toSeconds(), longest.toMillis());
        assertThat(longest).isLessThan(SOON);
        assertThat(reading).hasSize(LISTENERS - SILENT).noneMatch(Listening::hasEnded);
    }

    /** Opens streams of which nobody reads more than that they are open, in place of those before. */
    private void listenInSilence(Clearover clearover) throws IOException {
        for (Socket socket : silent) {
            socket.close();
        }
        silent.clear();
        for (int i = 0; i < SILENT; i++) {
            await("the places of those before are free")
                    .atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> isTakenIn(clearover));
        }
    }

    /** Opens one more such stream, which is refused as long as there are too many. */
    private boolean isTakenIn(Clearover clearover) throws IOException {
        Socket socket = new RawRequest(clearover.url(), "GET " + ALL + " HTTP/1.1")
                .as("viewer", "viewer")
                .open();
        silent.add(socket);
        return new String(socket.getInputStream().readNBytes(TAKEN_IN.length()), US_ASCII).equals(TAKEN_IN);
    }

    /** Sends more than the connections of those hold that don't read. */
    private static void fill(Clearover clearover) {
        try (Listening loud = clearover.as("viewer").listen(ALL).ready()) {
            clearover.sql("INSERT INTO job_tracking (id, job_type, operation, status, metadata) VALUES ('loud',"
                    + " 'failover', 'unified-test-failover', 'running', JSON_OBJECT('vm_name', REPEAT('x', 50000)))");
            for (int i = 1; i <= LOUD_CHANGES; i++) {
                loud.events().clear();
                clearover.sql(
                        "UPDATE job_tracking SET started_at = UTC_TIMESTAMP() - INTERVAL %d HOUR WHERE id = 'loud'"
                                .formatted(i));
                loud.hears("a loud change", event -> true);
            }
            clearover.sql("DELETE FROM job_tracking WHERE id = 'loud'");
        }
    }

    private void listen(Clearover clearover) {
        while (reading.size() < LISTENERS - SILENT) {
            reading.add(clearover.as("viewer").listen(ALL));
        }
    }

    private Duration untilAllAreTold(Clearover clearover, String job) {
        clearover.sql("INSERT INTO job_tracking (id, job_type, operation, status, metadata)"
                + " VALUES ('%s', 'failover', 'unified-test-failover', 'running', '{}')".formatted(job));
        Instant begun = Instant.now();
        await("all are told of " + job)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reading.stream()
                        .noneMatch(listening -> listening.about(job).isEmpty()));
        clearover.sql("DELETE FROM job_tracking WHERE id = '%s'".formatted(job));
        return Duration.between(begun, Instant.now());
    }
}
