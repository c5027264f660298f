package io.clearover.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits until a server says that it is ready. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Open Liberty's messages for an application that threw something while it started; what it threw is last. */
    private static final Pattern REFUSAL = Pattern.compile("(?:CWWKZ0002E|SRVE0283E): .*?(?:[a-z]\\w*\\.)+\\w+: (.+)");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Readiness() {}

    /** @throws IllegalStateException if the server ends or isn't ready within two minutes; the message says why */
    static void await(LibertyServer server, String url) {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (boolean ready = false; !ready; ) {
            ready = ready(question);
            if (!server.isRunning()) {
                throw new IllegalStateException("The server ended while it started; see " + server.console());
            }
            // looked for also when it says that it is ready: without its application, there is nothing that isn't
            refusal(server.printed()).ifPresent(reason -> {
                throw new IllegalStateException("the application refuses to start: " + reason);
            });
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The server isn't ready after %d s; see %s".formatted(LIMIT.toSeconds(), server.console()));
            }
            if (!ready) {
                pause();
            }
        }
    }

    private static boolean ready(HttpRequest question) {
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server started.", stop);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server started.", stop);
        }
    }

    private static Optional<String> refusal(String printed) {
        Matcher found = REFUSAL.matcher(printed);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
