package io.clearover.failover.preflight;

/** What a check has to ask; an answer can take long, or never come. */
enum CheckedSystem {
    NOTHING,
    DESTINATION,
    SOURCE
}
