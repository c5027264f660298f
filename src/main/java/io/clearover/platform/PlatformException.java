package io.clearover.platform;

/**
 * What went wrong at an outside system.
 *
 * <p>The message is the raw technical text, in the form in which the appliance has always stored it: it is what the
 * explanations match, and only admins ever see it. It never holds a password, an API key, a secret or a signature; it may
 * hold host names, ports and paths.
 */
public class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformException(String message) {
        super(message);
    }

    /** @param cause what it came from; its message must be as free of secrets as this one's */
    public PlatformException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether it was only refused for the moment, because of other work there: it has not been done, and may be later. */
    public boolean isBusy() {
        return false;
    }
}
