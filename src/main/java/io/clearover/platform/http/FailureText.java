package io.clearover.platform.http;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Says how an exchange broke in the words that the appliance's other programs use, so that one explanation fits all. The
 * JDK's client itself often says nothing: its exceptions for a refused connection and an unknown host have no message.
 */
final class FailureText {

    private FailureText() {}

    static String of(Throwable failure) {
        if (has(failure, HttpConnectTimeoutException.class)) {
            return "connect: connection timed out";
        }
        if (has(failure, UnresolvedAddressException.class)) {
            return "lookup: no such host";
        }
        if (has(failure, ConnectException.class)) {
            return "connect: " + words(failure, "connection refused");
        }
        if (has(failure, SSLException.class)) {
            return "tls: " + words(failure, "handshake failed");
        }
        return broken(words(failure, failure.getClass().getSimpleName()));
    }

    private static String broken(String words) {
        if (words.contains("connection reset") || words.contains("broken pipe")) {
            return "read: connection reset by peer";
        }
        boolean cut = words.contains("received no bytes") || words.contains("eof") || words.contains("bytes received");
        return cut ? "unexpected EOF: the connection was closed before the answer was complete" : words;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable failure, String otherwise) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at.getMessage() != null && !at.getMessage().isBlank()) {
                return at.getMessage().toLowerCase(Locale.ROOT);
            }
        }
        return otherwise;
    }
}
