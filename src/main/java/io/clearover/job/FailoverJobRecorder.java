package io.clearover.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Ends the appliance's own row of a failover together with its job. */
@ApplicationScoped
public class FailoverJobRecorder {

    private final FailoverJobs failovers;

    FailoverJobRecorder() {
        this(null);
    }

    @Inject
    public FailoverJobRecorder(FailoverJobs failovers) {
        this.failovers = failovers;
    }

    /** In the ending transaction. */
    void record(@Observes OperationEnded ended) {
        if (ended.kind().isFailover()) {
            failovers.end(new ExternalJobId(ended.externalJobId()), ended.status(), ended.error(), ended.at());
        }
    }
}
