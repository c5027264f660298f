package io.clearover.operation;

import io.clearover.job.Job;
import io.clearover.vm.Vm;

/**
 * An operation whose job is open.
 *
 * @param repeated true if an earlier request with the same key opened it
 */
public record OpenedOperation(Job job, Vm vm, boolean repeated) {}
