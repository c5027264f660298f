package io.clearover.live;

/**
 * One event as it leaves.
 *
 * @param id where a client can resume; null for what is no such point
 * @param name job, step or ready
 * @param jobId whose it is; null for ready
 * @param data a JSON document that the guard has seen
 */
record LiveEvent(EventId id, String name, String jobId, RoleSpecific<String> data) {}
