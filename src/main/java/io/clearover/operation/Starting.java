package io.clearover.operation;

import io.clearover.operation.Opening.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts operations: opens the job, then has it run. Thread-safe. */
@ApplicationScoped
public class Starting {

    private final Opening opening;
    private final OperationFactories factories;
    private final Engine engine;

    Starting() {
        this(null, null, null);
    }

    @Inject
    public Starting(Opening opening, OperationFactories factories, Engine engine) {
        this.opening = opening;
        this.factories = factories;
        this.engine = engine;
    }

    /**
     * Returns when the job is recorded, while it runs; a request that is repeated with its key gets the job that it got.
     *
     * @throws io.clearover.web.ProblemException as {@link Opening#open} says
     */
    public Opened start(Start start) {
        Opened opened = opening.open(start);
        if (!opened.repeated()) {
            engine.launch(factories.plan(opened.job(), opened.vm()));
        }
        return opened;
    }
}
