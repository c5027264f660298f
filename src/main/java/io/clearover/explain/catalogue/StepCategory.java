package io.clearover.explain.catalogue;

import java.util.Locale;

/** The part of an operation that a step belongs to. */
public enum StepCategory {
    SETUP,
    EXECUTION,
    CLEANUP;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
