package io.clearover.diagnosis;

/** What a probe has to ask; an answer can take long, or never come. */
public enum AskedSystem {
    NOTHING,
    DESTINATION,
    SOURCE,
    /** Something of the machine that Clearover runs on, other than its memory. */
    APPLIANCE
}
