package io.clearover.rollback;

import io.clearover.job.JobKind;
import io.clearover.operation.Engine;
import io.clearover.operation.Opening;
import io.clearover.operation.Opening.Opened;
import io.clearover.operation.Opening.Wanted;
import io.clearover.operation.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts rollbacks. Thread-safe. */
@ApplicationScoped
public class Rollbacks {

    private final Opening opening;
    private final Engine engine;
    private final RollbackPlan plan;

    Rollbacks() {
        this(null, null, null);
    }

    @Inject
    public Rollbacks(Opening opening, Engine engine, RollbackPlan plan) {
        this.opening = opening;
        this.engine = engine;
        this.plan = plan;
    }

    /**
     * Starts a rollback; returns when its job is recorded, while it runs.
     *
     * @param user who starts it
     * @throws io.clearover.web.ProblemException as {@link Opening#open} and {@link Engine#launch} say
     */
    Started start(RollbackRequest request, String user) {
        Opened opened = opening.open(JobKind.ROLLBACK, request.vm(), plan.names(), user, new Wanted(null, null));
        engine.launch(new Rollback(opened.job().id(), opened.externalId(), opened.vm()), plan.steps());
        return Started.of(opened, request.withoutEffect());
    }
}
