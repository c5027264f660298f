package io.clearover.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Clients that ask for the same address one request after the other, each on a connection of its own. */
final class Load implements AutoCloseable {

    /** At the end of a path: what has not changed. */
    static final String UNCHANGED = "#unchanged";

    private static final int DIGITS = 3;

    private final String url;
    private final List<HttpClient> clients = new ArrayList<>();
    private final ExecutorService threads;

    Load(String url, int count) {
        this.url = url;
        this.threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            clients.add(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        }
    }

    /** What was measured: times of answers in microseconds, and how many came in a second. */
    record Measured(Histogram micros, double perSecond) {}

    /** Asks for so long; what ends with {@link #UNCHANGED} is asked for with the tag of its first answer. */
    Measured ask(String path, Duration time) throws IOException, InterruptedException, ExecutionException {
        if (!path.endsWith(UNCHANGED)) {
            return ask(request(path).build(), time);
        }
        String whole = path.substring(0, path.length() - UNCHANGED.length());
        String tag = clients.get(0)
                .send(request(whole).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return ask(request(whole).header("If-None-Match", tag).build(), time);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString("viewer:viewer".getBytes(StandardCharsets.UTF_8)));
    }

    private Measured ask(HttpRequest request, Duration time) throws InterruptedException, ExecutionException {
        Histogram micros = new ConcurrentHistogram(DIGITS);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Callable<Void>> tasks = new ArrayList<>();
        for (HttpClient client : clients) {
            tasks.add(() -> {
                while (System.nanoTime() < end) {
                    micros.recordValue(once(client, request));
                }
                return null;
            });
        }
        for (Future<Void> task : threads.invokeAll(tasks)) {
            task.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Measured(micros, micros.getTotalCount() / seconds);
    }

    private static long once(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 && answer.statusCode() != 304) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return (System.nanoTime() - asked) / 1000;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
