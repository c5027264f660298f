package io.clearover.explain.facts;

import java.util.Locale;

/** What is wrong with the object of a fault. */
public enum Condition {
    NOT_FOUND,
    ALREADY_EXISTS,
    /** In use, locked, or another operation runs on it. */
    BUSY,
    /** Stopped, disabled, not ready. */
    WRONG_STATE,
    /** No route, refused, name not resolved, connection lost. */
    UNREACHABLE,
    TIMED_OUT,
    SIGN_IN_FAILED,
    NOT_PERMITTED,
    /** Full, or at a limit. */
    EXHAUSTED,
    UNSUPPORTED,
    /** Damaged or inconsistent. */
    CORRUPTED,
    /** A value is wrong or malformed. */
    INVALID,
    /** Not set, not installed, not mapped. */
    MISSING,
    /** Two things don't fit each other. */
    MISMATCH,
    NOT_TRUSTED,
    EXPIRED,
    /** Cancelled, interrupted, killed. */
    STOPPED,
    /** An internal fault or crash. */
    FAILED_INSIDE;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
