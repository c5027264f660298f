package io.clearover.lab.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** How an answer gets to the client. */
public interface Delivery {

    /** As a whole, and at once. */
    Delivery AT_ONCE = (exchange, status, body) -> {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    };

    /** Sends status and body, the other headers being set, and ends the exchange. */
    void send(HttpExchange exchange, int status, byte[] body) throws IOException;
}
