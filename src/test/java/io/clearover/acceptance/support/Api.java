package io.clearover.acceptance.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** The public API as one user, or as nobody, calls it. */
public final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String root;

    private final Optional<String> authorization;

    /** @param user whose password is the name; null for nobody */
    public Api(String root, String user) {
        this(root, Optional.ofNullable(user).map(name -> basic(name, name)));
    }

    public Api(String root, String user, String password) {
        this(root, Optional.of(basic(user, password)));
    }

    private Api(String root, Optional<String> authorization) {
        this.root = root;
        this.authorization = authorization;
    }

    /** As a program calls it, with a service token. */
    public static Api withToken(String root, String token) {
        return new Api(root, Optional.of("Bearer " + token));
    }

    private static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** What came back. */
    public record Answer(int status, String contentType, String location, String text, HttpHeaders headers) {

        public JsonObject json() {
            return parse(text);
        }

        /** Of whatever form. */
        public JsonValue value() {
            return parseAny(text);
        }
    }

    public static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** JSON of whatever form. */
    public static JsonValue parseAny(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    /** @param path below the server's address, such as {@code /api/v1/me} */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** With one more header. */
    public Answer getWith(String header, String value, String path) {
        return send(request(path).header(header, value).GET());
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", json);
    }

    public Answer post(String path, String contentType, String body) {
        return send("POST", path, contentType, BodyPublishers.ofString(body));
    }

    /** @param contentType null for no such header */
    public Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = request(path).method(method, body);
        return send(contentType == null ? request : request.header("Content-Type", contentType));
    }

    /** With one more header. */
    public Answer postWith(String header, String value, String path, String json) {
        return send(request(path)
                .header(header, value)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json));
    }

    public Answer get(String path, String accept) {
        return send(request(path).header("Accept", accept).GET());
    }

    /** @param languages as in {@code Accept-Language} */
    public Answer getIn(String path, String languages) {
        return send(request(path).header("Accept-Language", languages).GET());
    }

    /** @param languages as in {@code Accept-Language} */
    public Answer postIn(String path, String languages, String json) {
        return send(request(path)
                .header("Accept-Language", languages)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Opens a stream of events. */
    public Listening listen(String path) {
        return listen(path, null);
    }

    /** @param lastEventId where to resume; null for nowhere */
    public Listening listen(String path, String lastEventId) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        return Listening.to(lastEventId == null ? request : request.header("Last-Event-ID", lastEventId));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
        authorization.ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Location").orElse(null),
                    response.body(),
                    response.headers());
        } catch (IOException e) {
            throw new AssertionError("the server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
