package io.clearover.operation;

import io.clearover.database.DuplicateKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Starts operations: opens the job, then has it run. Thread-safe. */
@ApplicationScoped
public class Operations {

    private final JobOpener opener;
    private final OperationFactories factories;
    private final Engine engine;
    private final LeaseGuard guard;

    Operations() {
        this(null, null, null, null);
    }

    @Inject
    public Operations(JobOpener opener, OperationFactories factories, Engine engine, LeaseGuard guard) {
        this.guard = guard;
        this.opener = opener;
        this.factories = factories;
        this.engine = engine;
    }

    /**
     * Returns when the job is recorded, while it runs; a request that is repeated with its key gets the job that it got.
     *
     * @throws RuntimeException as {@link JobOpener#open} says
     */
    public OpenedOperation start(RequestedOperation request) {
        long now = guard.now();
        OpenedOperation opened = open(request);
        if (!opened.repeated()) {
            engine.launch(factories.plan(opened.job(), opened.vm()), now);
        }
        return opened;
    }

    /** Of two requests with one key at once, for two VMs, the later one finds the job of the other when it looks again. */
    private OpenedOperation open(RequestedOperation request) {
        try {
            return opener.open(request);
        } catch (RuntimeException thrown) {
            if (request.key().isEmpty() || !DuplicateKey.caused(thrown)) {
                throw thrown;
            }
            return opener.open(request);
        }
    }
}
