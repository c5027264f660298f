package io.clearover.acceptance.support;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client of a stream of server-sent events, which needs no thread of its own. */
public final class Listening implements Flow.Subscriber<String>, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final CompletableFuture<Api.Answer> head = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final StringBuilder body = new StringBuilder();

    private String id;
    private String name;
    private String data;

    /**
     * What was told.
     *
     * @param id null if it has none
     */
    public record Event(String id, String name, JsonObject data) {

        /** Such as {@code job completed} or {@code step running}. */
        public String said() {
            return data.containsKey("status") ? name + " " + data.getString("status") : name;
        }
    }

    public static Listening to(HttpRequest.Builder request) {
        Listening listening = new Listening();
        HTTP.sendAsync(request.timeout(Duration.ofMinutes(5)).GET().build(), info -> {
                    listening.head.complete(new Api.Answer(
                            info.statusCode(),
                            info.headers().firstValue("Content-Type").orElse(""),
                            null,
                            null,
                            info.headers()));
                    return BodySubscribers.fromLineSubscriber(listening);
                })
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        listening.head.completeExceptionally(failure);
                    }
                    listening.end.complete(null);
                });
        return listening;
    }

    /** The answer: of a stream without a text, of a refusal with it. */
    public Api.Answer answer() {
        Api.Answer answer = head.orTimeout(30, TimeUnit.SECONDS).join();
        if (answer.contentType().startsWith("text/event-stream")) {
            return answer;
        }
        end.orTimeout(30, TimeUnit.SECONDS).join();
        return new Api.Answer(
                answer.status(), answer.contentType(), answer.location(), body.toString(), answer.headers());
    }

    public List<Event> events() {
        return events;
    }

    public List<String> comments() {
        return comments;
    }

    public boolean hasEnded() {
        return end.isDone();
    }

    /** Waits for an event. */
    public Event hears(String what, Predicate<Event> event) {
        await(what)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events.stream().anyMatch(event));
        return events.stream().filter(event).findFirst().orElseThrow();
    }

    /** Waits until it knows the present state. */
    public Listening ready() {
        hears("ready", event -> event.name().equals("ready"));
        return this;
    }

    /** Waits until the job's end is told. */
    public Event hearsEndOf(String jobId) {
        return hears(
                "the end of " + jobId,
                event -> event.name().equals("job")
                        && event.data().getString("job_id").equals(jobId)
                        && Clearover.ENDED.contains(event.data().getString("status")));
    }

    /** What was told of a job. */
    public List<Event> about(String jobId) {
        return events.stream()
                .filter(event -> jobId.equals(event.data().getString("job_id", null)))
                .toList();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (!head.join().contentType().startsWith("text/event-stream")) {
            body.append(line);
        } else if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith(":")) {
            comments.add(line.substring(1).strip());
        } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring(5).strip();
        }
    }

    private void dispatch() {
        if (data != null) {
            events.add(new Event(id, name, Api.parse(data)));
        }
        id = null;
        name = null;
        data = null;
    }

    @Override
    public void onError(Throwable failure) {
        end.complete(null);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    /** Also one whose answer has only begun. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }
}
