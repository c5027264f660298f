package io.clearover.operation;

import io.clearover.job.JobId;
import io.clearover.job.JobLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends the operations of this node's earlier lives: their process died, so nobody else will. */
@ApplicationScoped
public class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());

    private final JobLog jobs;
    private final Endings endings;

    Recovery() {
        this(null, null);
    }

    @Inject
    public Recovery(JobLog jobs, Endings endings) {
        this.jobs = jobs;
        this.endings = endings;
    }

    /** Ends each as failed with the cause "interrupted". One that can't be ended doesn't keep the others from it. */
    public void endAbandoned() {
        jobs.abandoned().forEach(this::endAbandoned);
    }

    private void endAbandoned(JobId id) {
        try {
            endings.end(
                    id, Outcome.failed("interrupted: the server process that ran this job ended before the job did"));
            LOG.warning(() -> "job=%s was interrupted by the end of the server process that ran it".formatted(id));
        } catch (RuntimeException unrecorded) {
            LOG.log(Level.SEVERE, unrecorded, () -> "job=%s is abandoned and could not be ended".formatted(id));
        }
    }
}
