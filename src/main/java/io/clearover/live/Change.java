package io.clearover.live;

/**
 * Something that became different.
 *
 * @param event name of the event that tells it: job or step
 * @param data what the event says, a {@link LiveJob} or {@link LiveStep}
 */
record Change(String event, String jobId, ForRoles<?> data) {}
