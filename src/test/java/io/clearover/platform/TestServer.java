package io.clearover.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A real HTTP server that answers as the test tells it, and remembers what it was asked. */
public final class TestServer implements AutoCloseable {

    /** What was asked. */
    public record Request(String method, String path, String query, String body, Map<String, String> headers) {

        /** The fields of a form in the body, or else of the query. */
        public Map<String, String> fields() {
            String form = body.isEmpty() ? query : body;
            return Arrays.stream(form.split("&"))
                    .filter(field -> field.contains("="))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> URLDecoder.decode(field[0], StandardCharsets.UTF_8),
                            field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8),
                            (one, other) -> other,
                            TreeMap::new));
        }
    }

    /** How to answer. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange, CountDownLatch closing) throws IOException, InterruptedException;
    }

    public static Reply json(int status, String body) {
        return text(status, "application/json", body);
    }

    public static Reply text(int status, String type, String body) {
        return (exchange, closing) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        };
    }

    /** Closes the connection without an answer. */
    public static Reply drop() {
        return (exchange, closing) -> exchange.close();
    }

    /** As {@link #drop}, but only after a while. */
    public static Reply dropAfter(Duration delay) {
        return (exchange, closing) -> {
            if (!closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                exchange.close();
            }
        };
    }

    /** Never answers. */
    public static Reply hang() {
        return (exchange, closing) -> closing.await();
    }

    /** Answers with a good head and the beginning of a body, and never goes on. */
    public static Reply hangInBody() {
        return (exchange, closing) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            closing.await();
        };
    }

    /** Answers without an end. */
    public static Reply endless() {
        return (exchange, closing) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "{\"a\":\"".repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (closing.getCount() > 0) {
                exchange.getResponseBody().write(block);
            }
        };
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public TestServer(Function<Request, Reply> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Request request = read(exchange);
            requests.add(request);
            answer(exchange, answers.apply(request));
        });
        server.start();
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        try {
            reply.to(exchange, closing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers);
    }
}
