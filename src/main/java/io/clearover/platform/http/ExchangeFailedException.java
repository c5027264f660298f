package io.clearover.platform.http;

/**
 * No usable answer came back. The message is short and says only how the exchange broke, such as {@code connect: connection
 * refused}; it holds no address. There is no cause on purpose: whatever the other side managed to write into an exception of
 * the client would then reach a log unseen.
 */
public class ExchangeFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    ExchangeFailedException(String message) {
        super(message);
    }
}
