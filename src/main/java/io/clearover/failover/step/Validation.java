package io.clearover.failover.step;

import io.clearover.failover.Failover;
import io.clearover.failover.preflight.Preflight;
import io.clearover.job.StepAndUndo;
import io.clearover.operation.KnownDisks;
import io.clearover.operation.OperationStep;
import io.clearover.operation.StepFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Makes the checks of the preflight once more before anything is changed; what gets no answer is asked again. From here on
 * it is known which disks the failover moves.
 */
@ApplicationScoped
public class Validation implements OperationStep<Failover> {

    private final Preflight preflight;
    private final KnownDisks disks;

    Validation() {
        this(null, null);
    }

    @Inject
    public Validation(Preflight preflight, KnownDisks disks) {
        this.preflight = preflight;
        this.disks = disks;
    }

    @Override
    public StepAndUndo step() {
        return StepAndUndo.VALIDATE;
    }

    @Override
    public void run(Failover failover) {
        disks.recorded(failover);
        preflight.firstError(failover.intent()).ifPresent(error -> {
            throw new StepFailure(error);
        });
    }

    /** It changes nothing, and each later step looks at what it needs. */
    @Override
    public boolean holds(Failover failover) {
        return true;
    }
}
