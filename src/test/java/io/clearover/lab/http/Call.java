package io.clearover.lab.http;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request and its answer. Not thread safe; the body is read at once. */
public final class Call {

    private final HttpExchange exchange;
    private final String body;
    private Delivery delivery = Delivery.AT_ONCE;

    public Call(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public String path() {
        return exchange.getRequestURI().getPath();
    }

    /** Decoded parameters of the query and of a form body, by name as it was sent; the first of a repeated one counts. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        decode(exchange.getRequestURI().getRawQuery(), parameters);
        if (isForm()) {
            decode(body, parameters);
        }
        return parameters;
    }

    /** The body as JSON; an empty object when it is none. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))) {
            return reader.readObject();
        } catch (JsonException notJson) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    /** Answers with a JSON document. */
    public void answer(int status, Document document) throws IOException {
        send(status, "application/json;charset=UTF-8", document.text());
    }

    /** Answers with plain text. */
    public void text(int status, String text) throws IOException {
        send(status, "text/plain;charset=UTF-8", text + "\n");
    }

    /** Answers with a page, as a proxy does. */
    public void html(int status, String page) throws IOException {
        send(status, "text/html;charset=UTF-8", page);
    }

    /** Lets the answer that is still to come get to the client in another way. */
    public void deliverBy(Delivery other) {
        delivery = other;
    }

    /** Closes the connection without an answer, as a broken line does. */
    public void drop() {
        exchange.close();
    }

    private void send(int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        delivery.send(exchange, status, bytes);
    }

    private boolean isForm() {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    private static void decode(String encoded, Map<String, String> into) {
        if (encoded == null || encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            into.putIfAbsent(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }
}
