package io.clearover.platform.wire;

/**
 * No usable answer came back. The message is short and says only how the exchange broke, such as {@code connect: connection
 * refused}; it holds no address. There is no cause on purpose: whatever the other side managed to write into an exception of
 * the client would then reach a log unseen.
 */
public class ExchangeFailed extends Exception {

    private static final long serialVersionUID = 1L;

    ExchangeFailed(String message) {
        super(message);
    }
}
