package io.clearover.platform.vma;

import io.clearover.platform.PlatformException;

/** The source appliance understood the request and refused it, or failed at it. */
class ApplianceError extends PlatformException {

    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;

    private final int status;

    /** @param status the HTTP status: 400, 404 nothing of that id, 500 */
    ApplianceError(int status, String message) {
        super(message);
        this.status = status;
    }

    boolean saysNotFound() {
        return status == NOT_FOUND;
    }
}
