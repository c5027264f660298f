package io.clearover.acceptance.compat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.RawRequest;
import java.nio.charset.StandardCharsets;

/**
 * The appliance's own GUI: its server asks with these headers, and says nothing of the person.
 *
 * @param user whose sign-in stands in for the GUI's
 */
record Gui(String url, String user) {

    /** A read. The address is sent as it is given: the GUI encodes what it puts in, or doesn't. */
    RawRequest.Answer get(String path) {
        return request("GET " + path).send();
    }

    /** The same, read. */
    Api.Answer read(String path) {
        return read(get(path));
    }

    /** @param json null for no body */
    Api.Answer post(String path, String json) {
        return read(request("POST " + path)
                .body(json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8))
                .send());
    }

    Api.Answer delete(String path) {
        return read(request("DELETE " + path).send());
    }

    private RawRequest request(String line) {
        return new RawRequest(url, line + " HTTP/1.1")
                .as(user, user)
                .with("Content-Type", "application/json")
                .with("Accept", "*/*")
                .with("Accept-Language", "*")
                .with("Sec-Fetch-Mode", "cors")
                .with("User-Agent", "node");
    }

    private static Api.Answer read(RawRequest.Answer answer) {
        return new Api.Answer(
                answer.status(), answer.header("Content-Type"), answer.header("Location"), answer.body(), null);
    }

    /** As JavaScript's {@code encodeURIComponent} does it. */
    static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_.!~*'()".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
