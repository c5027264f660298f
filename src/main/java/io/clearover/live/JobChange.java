package io.clearover.live;

/**
 * Something that became different.
 *
 * @param event name of the event that tells it: job or step
 * @param data what the event says, a {@link LiveJob} or {@link LiveStep}
 */
record JobChange(String event, String jobId, RoleSpecific<?> data) {}
