package io.clearover.job;

/**
 * A job about to be opened.
 *
 * @param metadata with the plan of all steps
 */
public record NewJob(JobId id, JobKind kind, ContextId contextId, ExternalJobId externalId, JobMetadata metadata) {}
