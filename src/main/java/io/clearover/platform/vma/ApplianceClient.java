package io.clearover.platform.vma;

import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.Answer;
import io.clearover.platform.http.ExchangeFailedException;
import io.clearover.platform.http.HttpExchange;
import io.clearover.platform.http.JsonFields;
import io.clearover.platform.http.Secrets;
import io.clearover.platform.http.UrlText;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One exchange with the source appliance. Messages name the call as the appliance's programs always have ({@code SNA power-off
 * request failed: …}) and show an address without its query, because a password travels there.
 */
final class ApplianceClient {

    private final String baseUrl;
    private final HttpExchange exchange;
    private final Secrets secrets;

    /** @param secrets kept out of what the appliance says, should it repeat what it was sent */
    ApplianceClient(String baseUrl, HttpExchange exchange, Secrets secrets) {
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
        this.exchange = exchange;
        this.secrets = secrets;
    }

    /** @param call what the call is named in messages, such as {@code power-state} */
    JsonFields get(String call, String path, Map<String, String> query, Duration limit) {
        String encoded = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + UrlText.encode(each.getValue()))
                .collect(Collectors.joining("&"));
        URI address = address(encoded.isEmpty() ? path : path + "?" + encoded);
        return send(call, HttpRequest.newBuilder(address).GET().build(), limit);
    }

    JsonFields post(String call, String path, JsonObject body, Duration limit) {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return send(call, request, limit);
    }

    private JsonFields send(String call, HttpRequest request, Duration limit) {
        try {
            return read(call, exchange.send(request, limit));
        } catch (ExchangeFailedException e) {
            throw new UnansweredException("SNA %s request failed: %s \"%s\": %s"
                    .formatted(call, verb(request), UrlText.shown(request.uri()), secrets.mask(e.getMessage())));
        }
    }

    private JsonFields read(String call, Answer answer) {
        String text = secrets.mask(answer.excerpt());
        if (!answer.good()) {
            String message = "SNA %s API returned status %d: %s".formatted(call, answer.status(), text);
            throw answer.fromProxy() ? new UnansweredException(message) : new ApplianceError(answer.status(), message);
        }
        return new JsonFields(answer.json()
                .orElseThrow(() -> new UnansweredException(
                        "SNA %s API did not answer with JSON (status %d): %s".formatted(call, answer.status(), text))));
    }

    /** As the appliance's programs write it: Get, Post. */
    private static String verb(HttpRequest request) {
        return request.method().charAt(0) + request.method().substring(1).toLowerCase(Locale.ROOT);
    }

    private URI address(String pathAndQuery) {
        try {
            URI address = URI.create(baseUrl + pathAndQuery);
            if (HttpExchange.canReach(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // told below, without the text: it may hold a password
        }
        throw new PlatformException("clearover.source.url is not an http or https address");
    }
}
