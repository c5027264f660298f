package io.clearover.operation;

import io.clearover.job.ForeignOperationEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ends of other programs' jobs that a node told of, by their ids. */
@ApplicationScoped
class ForeignEndLog {

    private final List<String> told = new CopyOnWriteArrayList<>();

    void note(@Observes ForeignOperationEnded ended) {
        told.add(ended.jobId());
    }

    List<String> told() {
        return told;
    }
}
