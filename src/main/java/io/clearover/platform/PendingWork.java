package io.clearover.platform;

/**
 * Something that the destination does in its own time and has not ended yet.
 *
 * @param thingId the id of what it is done to; empty if the destination doesn't say
 * @param command what it does, in the platform's words
 * @param since when it was begun, as the platform writes it; empty if it doesn't say
 */
public record PendingWork(String thingId, String command, String since) {}
