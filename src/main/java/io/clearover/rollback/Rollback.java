package io.clearover.rollback;

import io.clearover.job.ExternalJobId;
import io.clearover.job.JobId;
import io.clearover.operation.Operation;
import io.clearover.vm.Vm;

/** A rollback under way. */
public record Rollback(JobId jobId, ExternalJobId externalJobId, Vm vm) implements Operation {}
