package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.Answer;
import io.clearover.platform.http.ExchangeFailedException;
import io.clearover.platform.http.HttpExchange;
import io.clearover.platform.http.UrlText;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Brings a signed form to CloudStack. Always by POST: the parameters stay out of access logs, and the client never sends a
 * POST twice by itself, so that no snapshot is taken twice.
 */
final class Transport {

    private final HttpExchange exchange;
    private final Duration requestTimeout;

    Transport(HttpExchange exchange, Duration requestTimeout) {
        this.exchange = exchange;
        this.requestTimeout = requestTimeout;
    }

    /** @param command for messages only; it is in the form already */
    Answer post(String apiUrl, String command, SignedForm form) {
        URI address = address(apiUrl);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form.body()))
                .build();
        try {
            return exchange.send(request, requestTimeout);
        } catch (ExchangeFailedException e) {
            throw new UnansweredException("CloudStack API request failed: Post \"%s\" (%s): %s"
                    .formatted(UrlText.shown(address), command, form.secrets().mask(e.getMessage())));
        }
    }

    private static URI address(String apiUrl) {
        try {
            URI address = URI.create(apiUrl.strip());
            if (HttpExchange.canReach(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // told below, without the text: it may hold a password
        }
        throw new PlatformException("api_url of the active row in ossea_configs is not an http or https address");
    }
}
