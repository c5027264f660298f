package io.clearover.failover;

import io.clearover.job.JobKind;
import io.clearover.operation.Engine;
import io.clearover.operation.Opening;
import io.clearover.operation.Opening.Opened;
import io.clearover.operation.Opening.Wanted;
import io.clearover.operation.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts failovers. Thread-safe. */
@ApplicationScoped
public class Failovers {

    private final Opening opening;
    private final Engine engine;
    private final FailoverPlan plan;

    Failovers() {
        this(null, null, null);
    }

    @Inject
    public Failovers(Opening opening, Engine engine, FailoverPlan plan) {
        this.opening = opening;
        this.engine = engine;
        this.plan = plan;
    }

    /**
     * Starts a test failover; returns when its job is recorded, while it runs.
     *
     * @param user who starts it
     * @throws io.clearover.web.ProblemException as {@link Opening#open} and {@link Engine#launch} say
     */
    Started startTest(FailoverRequest request, String user) {
        Wanted wanted = new Wanted(request.performFinalSync(), request.skipVirtio());
        Opened opened = opening.open(JobKind.TEST_FAILOVER, request.vm(), plan.names(), user, wanted);
        engine.launch(
                new Failover(
                        opened.job().id(),
                        opened.externalId(),
                        opened.vm(),
                        request.performFinalSync(),
                        !request.skipVirtio()),
                plan.steps());
        return Started.of(opened, request.withoutEffect());
    }
}
