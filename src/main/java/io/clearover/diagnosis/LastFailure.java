package io.clearover.diagnosis;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.explain.facts.Condition;
import io.clearover.job.JobId;
import io.clearover.job.view.FindingState;
import io.clearover.job.view.TrackedJobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a VM's newest failover tells of the next, if it failed. Thread-safe. */
@ApplicationScoped
public class LastFailure {

    private final TrackedJobs jobs;
    private final Explainer explainer;
    private final CauseState causes;

    LastFailure() {
        this(null, null, null);
    }

    @Inject
    public LastFailure(TrackedJobs jobs, Explainer explainer, CauseState causes) {
        this.jobs = jobs;
        this.explainer = explainer;
        this.causes = causes;
    }

    /**
     * A failure and what became of its cause.
     *
     * @param run the failover that failed
     * @param why in the language that was asked for
     * @param cause whether what made it fail is still there, as far as the probes see
     */
    public record Seen(LastRun run, Explanation why, FindingState cause) {}

    /** Empty if the newest failover did not fail, or was only broken off: then there is nothing to mend. */
    public Optional<Seen> of(ProbeTarget target, Map<Probe, Finding> findings, Locale language) {
        return target.recorded()
                .lastFailover()
                .filter(LastRun::failed)
                .map(run -> seen(run, findings, language))
                .filter(seen -> seen.why().condition() != Condition.STOPPED);
    }

    private Seen seen(LastRun run, Map<Probe, Finding> findings, Locale language) {
        Explanation why = why(run, language);
        return new Seen(run, why, causes.of(why, findings));
    }

    /** Of a job that was deleted since no more is known than its kind. */
    private Explanation why(LastRun run, Locale language) {
        return jobs.find(new JobId(run.jobId()))
                .map(job -> explainer.explain(run.step(), job.failedOperation(), run.error(), language))
                .orElseGet(() -> explainer.explain(run.step(), run.kind().type(), run.error(), language));
    }
}
