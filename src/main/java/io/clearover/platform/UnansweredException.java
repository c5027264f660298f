package io.clearover.platform;

/**
 * No answer came back, or none that the outside system itself gave: nobody knows whether what was asked for has been done.
 *
 * <p>Any other {@link PlatformException} is definite: the system was asked, and says that it has not done it.
 */
public class UnansweredException extends PlatformException {

    private static final long serialVersionUID = 1L;

    public UnansweredException(String message) {
        super(message);
    }

    /** @param cause what it came from; its message must be as free of secrets as this one's */
    public UnansweredException(String message, Throwable cause) {
        super(message, cause);
    }
}
