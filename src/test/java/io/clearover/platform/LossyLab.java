package io.clearover.platform;

import io.clearover.lab.Lab;
import io.clearover.platform.TestServer.Reply;
import io.clearover.platform.TestServer.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lab behind a line that loses things as the test tells it, and that remembers what reached the lab. */
public final class LossyLab implements AutoCloseable {

    /** How the line fails a call. */
    public enum Fault {
        LOST_BEFORE_ACTING,
        BAD_GATEWAY,
        ANSWER_LOST_AFTER_ACTING
    }

    private final Lab lab;
    private final TestServer line;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Fault> next = new ConcurrentHashMap<>();
    private final List<String> reached = new CopyOnWriteArrayList<>();

    public LossyLab(Path state) throws IOException {
        lab = new Lab(state, 0, 0.05).start();
        line = new TestServer(this::reply);
    }

    public String url() {
        return line.url();
    }

    /** Fails the next call of this name: a command of CloudStack, or the last part of a path of the source appliance. */
    public void failNext(String call, Fault fault) {
        next.put(call, fault);
    }

    /** How often calls of this name have reached the lab. */
    public long reached(String call) {
        return reached.stream().filter(call::equals).count();
    }

    private Reply reply(Request request) {
        String call = name(request);
        Fault fault = next.remove(call);
        if (fault == Fault.LOST_BEFORE_ACTING) {
            return TestServer.drop();
        }
        if (fault == Fault.BAD_GATEWAY) {
            return TestServer.text(502, "text/html", "<h1>502 Bad Gateway</h1>");
        }
        HttpResponse<String> answer = passOn(request);
        reached.add(call);
        return fault == Fault.ANSWER_LOST_AFTER_ACTING
                ? TestServer.drop()
                : TestServer.json(answer.statusCode(), answer.body());
    }

    private static String name(Request request) {
        return request.path().startsWith("/client")
                ? request.fields().get("command")
                : request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    private HttpResponse<String> passOn(Request request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        HttpRequest copy = HttpRequest.newBuilder(URI.create(lab.url() + request.path() + query))
                .header("Content-Type", request.headers().getOrDefault("Content-type", "application/json"))
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()))
                .build();
        try {
            return client.send(copy, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("pass on " + request.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while passing on " + request.path(), e);
        }
    }

    @Override
    public void close() {
        line.close();
        lab.close();
    }
}
