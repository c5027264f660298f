package io.clearover.failover;

import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.Options;
import io.clearover.operation.Opening.Opened;
import io.clearover.operation.OperationRequest.VmRef;
import io.clearover.operation.Start;
import io.clearover.operation.Starting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Starts failovers. Thread-safe. */
@ApplicationScoped
public class FailoverService {

    private final Starting starting;
    private final FailoverPlan plan;

    FailoverService() {
        this(null, null);
    }

    @Inject
    public FailoverService(Starting starting, FailoverPlan plan) {
        this.starting = starting;
        this.plan = plan;
    }

    /**
     * Starts a failover; returns when its job is recorded, while it runs.
     *
     * @param kind test or live
     * @param user who starts it
     * @param key id of the job that the request's Idempotency-Key stands for
     * @param retryOf the job that it repeats; null if it repeats none
     * @throws io.clearover.web.ProblemException as {@link Starting#start} says
     */
    Opened start(JobKind kind, VmRef vm, Options options, String user, Optional<JobId> key, String retryOf) {
        return starting.start(new Start(kind, vm, null, type -> plan.names(), options, user, key, retryOf));
    }
}
