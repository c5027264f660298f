package io.clearover.platform.http;

import io.clearover.platform.CallPermit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request and waits for the whole answer, within a limit of time and of size. Safe for use by several threads.
 *
 * <p>The client runs on its own daemon threads, not on the server's managed ones: only the client's inner work runs
 * there, none of ours, so nothing there needs a container's context; and a pool shared with the operations could be used
 * up by the very threads that wait here for an answer.
 */
public final class HttpExchange {

    /** Far above any honest answer (a full VM list has some hundred kilobytes), far below what would hurt the server. */
    public static final int MAX_ANSWER_BYTES = 16 * 1024 * 1024;

    private final CallPermit permit;
    private final HttpClient client;
    private final int maxAnswerBytes;

    public HttpExchange(Duration connectTimeout) {
        this(connectTimeout, MAX_ANSWER_BYTES, CallPermit.ALWAYS);
    }

    public HttpExchange(Duration connectTimeout, CallPermit permit) {
        this(connectTimeout, MAX_ANSWER_BYTES, permit);
    }

    public HttpExchange(Duration connectTimeout, int maxAnswerBytes, CallPermit permit) {
        this.permit = permit;
        // HTTP/1.1: the client would offer an upgrade to HTTP/2 with every plain request, which some proxies stumble
        // over.
        // Redirects are not followed: credentials go where the configuration says and nowhere else.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /** Whether this is an address that a request can be sent to: http or https, with a host. */
    public static boolean canReach(URI address) {
        return address.getHost() != null && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    }

    /**
     * @param limit for the whole exchange, the body included (the client's own limit ends with the headers)
     * @throws RuntimeException when the permit is refused; then nothing was sent
     * @throws ExchangeFailedException when no complete answer came; when interrupted, the thread's flag is set again
     */
    public Answer send(HttpRequest request, Duration limit) throws ExchangeFailedException {
        permit.await();
        CompletableFuture<HttpResponse<String>> exchange =
                client.sendAsync(request, head -> new LimitedBody(maxAnswerBytes));
        try {
            HttpResponse<String> response = exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            throw new ExchangeFailedException(FailureText.of(e.getCause()));
        } catch (TimeoutException e) {
            throw new ExchangeFailedException(
                    "context deadline exceeded: no complete answer within " + DurationText.of(limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExchangeFailedException("interrupted while waiting for the answer");
        } finally {
            exchange.cancel(true);
        }
    }
}
