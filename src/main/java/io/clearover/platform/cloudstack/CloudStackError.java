package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;

/** CloudStack understood the request and refused it. */
class CloudStackError extends PlatformException {

    private static final long serialVersionUID = 1L;
    private static final int PARAMETER_ERROR = 431;
    private static final String UNKNOWN_ID = "entity does not exist";

    private final int code;
    private final String text;

    /**
     * @param code 401 credentials, 430 malformed, 431 parameter or state, 432 not for this account, 530 internal, 531
     *     permission, 532 limits, 533 no capacity, 534 unavailable, 535 concurrent operation or limits, 429 and 503 too much
     *     to do
     * @param exceptionCode CloudStack's finer number, 0 when it did not say
     * @param text what went wrong, for an administrator of CloudStack
     */
    CloudStackError(int code, long exceptionCode, String text) {
        super("CloudStack API error %d (CSExceptionErrorCode: %d): %s".formatted(code, exceptionCode, text));
        this.code = code;
        this.text = text;
    }

    /** Whether it means that there is nothing with the id that was asked for; CloudStack has no other way to say so. */
    boolean saysUnknownId() {
        return code == PARAMETER_ERROR && text.contains(UNKNOWN_ID);
    }

    @Override
    public boolean isBusy() {
        return BusySigns.areIn(code, text);
    }
}
