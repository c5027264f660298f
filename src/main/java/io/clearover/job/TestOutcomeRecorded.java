package io.clearover.job;

/** Somebody recorded what the test of a test failover has shown; fired in the transaction that records it. */
public record TestOutcomeRecorded(JobId jobId, ContextId contextId, TestOutcome outcome) {}
