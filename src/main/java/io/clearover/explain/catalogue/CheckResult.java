package io.clearover.explain.catalogue;

import java.util.Locale;

/** What a check before an operation comes to; the later, the worse. */
public enum CheckResult {
    PASS,
    /** The operation can start, but somebody should know. */
    WARN,
    /** The operation would fail. */
    FAIL;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
