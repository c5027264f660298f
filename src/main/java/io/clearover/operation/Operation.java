package io.clearover.operation;

import io.clearover.job.ExternalJobId;
import io.clearover.job.JobId;
import io.clearover.vm.Vm;

/** An operation under way: its job and its VM, and what its steps tell each other. Used by one thread at a time. */
public interface Operation {

    JobId jobId();

    ExternalJobId externalJobId();

    Vm vm();
}
