package io.clearover.operation;

import io.clearover.job.JobKind;
import io.clearover.job.OperationEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells of the ends of all operations, as the services of failovers and rollbacks do. */
@ApplicationScoped
class EndEvents implements OperationService {

    private final Event<OperationEnded> ended;

    EndEvents() {
        this(null);
    }

    @Inject
    EndEvents(Event<OperationEnded> ended) {
        this.ended = ended;
    }

    @Override
    public boolean runs(JobKind kind) {
        return true;
    }

    @Override
    public void ended(OperationEnded event) {
        ended.fire(event);
    }
}
