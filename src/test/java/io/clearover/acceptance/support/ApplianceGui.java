package io.clearover.acceptance.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The API as the server process of the appliance's GUI calls it: Node's headers, and a Content-Type whatever is sent. */
public final class ApplianceGui {

    private static final HttpClient NODE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final String user;

    /** @param user whom its calls are; the password is the name */
    public ApplianceGui(String root, String user) {
        this.root = root;
        this.user = user;
    }

    public Api.Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param json null for no body, with a length of 0 */
    public Api.Answer post(String path, String json) {
        return send(request(path).POST(json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public Api.Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        byte[] credentials = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .header("Accept-Language", "*")
                .header("Sec-Fetch-Mode", "cors")
                .header("User-Agent", "node")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private static Api.Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = NODE.send(request.build(), BodyHandlers.ofString());
            return new Api.Answer(
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
