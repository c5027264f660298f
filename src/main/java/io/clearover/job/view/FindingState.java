package io.clearover.job.view;

import java.util.Locale;

/** Whether what is looked at is wrong now. */
public enum FindingState {
    /** It is wrong. */
    STILL_SO,
    /** It is in order. */
    NO_LONGER_SO,
    /** Nobody knows: it did not answer, or may not be asked. */
    CANNOT_TELL;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
