package io.clearover.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What came back.
 *
 * @param status 0 if there was no answer
 * @param headers in their order
 * @param body without its framing
 */
record Answer(End end, int status, List<Header> headers, byte[] body) {

    /** How the answer ended. */
    enum End {
        COMPLETE,
        /** Within its head or body. */
        BROKEN_OFF,
        /** More comes behind its end: the next answer on this connection would begin with it. */
        LONGER,
        /** The server closed the connection without a word. */
        CLOSED,
        /** Nothing came within the limit. */
        SILENT,
        /** What came is no HTTP. */
        NOT_HTTP
    }

    /** One line of the head. */
    record Header(String name, String value) {}

    static Answer without(End end) {
        return new Answer(end, 0, List.of(), new byte[0]);
    }

    boolean isError() {
        return status >= 400;
    }

    /** Empty if there is none. */
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /** Without its parameters, in lower case. */
    String mediaType() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    boolean isJson() {
        return mediaType().equals("application/json") || mediaType().endsWith("+json");
    }

    boolean isStream() {
        return mediaType().equals("text/event-stream");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** All of it, head first. */
    String all() {
        return head() + "\n" + text();
    }

    String head() {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n", end + " " + status + "\n", "\n"));
    }
}
