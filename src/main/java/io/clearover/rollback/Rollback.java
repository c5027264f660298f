package io.clearover.rollback;

import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverType;
import io.clearover.job.Job;
import io.clearover.job.JobId;
import io.clearover.operation.Operation;
import io.clearover.vm.Vm;

/**
 * A rollback under way, or the undo of a failover.
 *
 * @param type of the failover that is rolled back
 * @param powerOnSource whether to switch the source VM on at the end
 * @param mayShutDown whether the source VM's guest may have been asked to shut down just before, and not have done it yet
 */
public record Rollback(
        JobId jobId, ExternalJobId externalJobId, Vm vm, FailoverType type, boolean powerOnSource, boolean mayShutDown)
        implements Operation {

    static Rollback of(Job job, Vm vm, boolean powerOnSource) {
        return new Rollback(job.id(), new ExternalJobId(job.externalJobId()), vm, job.type(), powerOnSource, false);
    }

    Rollback ofOneThatMayShutDown() {
        return new Rollback(jobId, externalJobId, vm, type, powerOnSource, true);
    }
}
