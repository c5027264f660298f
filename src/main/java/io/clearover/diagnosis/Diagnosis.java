package io.clearover.diagnosis;

import io.clearover.explain.Explainer;
import io.clearover.explain.Explanation;
import io.clearover.job.JobKind;
import io.clearover.job.KeptChecks;
import io.clearover.job.KeptFinding;
import io.clearover.job.view.FindingState;
import io.clearover.job.view.StepRow;
import io.clearover.job.view.TrackedJob;
import io.clearover.operation.VmRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;

/**
 * Finds out what is so now of what made a job fail: asks the probes that belong to the side and the object of its error, all if
 * these are not known, and looks for what it left behind. Takes as long as the limit for probes and a moment more. Thread-safe.
 */
@ApplicationScoped
public class Diagnosis {

    private final ProbeTargets targets;
    private final Probes probes;
    private final ProbeRunner runner;
    private final LeftBehindSurvey leftBehind;
    private final Explainer explainer;
    private final CauseState causes;
    private final Clock clock;

    Diagnosis() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Diagnosis(
            ProbeTargets targets,
            Probes probes,
            ProbeRunner runner,
            LeftBehindSurvey leftBehind,
            Explainer explainer,
            CauseState causes,
            Clock clock) {
        this.targets = targets;
        this.probes = probes;
        this.runner = runner;
        this.leftBehind = leftBehind;
        this.explainer = explainer;
        this.causes = causes;
        this.clock = clock;
    }

    /**
     * What is so now.
     *
     * @param cause whether what made the job fail is still there
     * @param mayRepeat whether the VM is in a state in which the same operation may be started again
     */
    public record Diagnosed(KeptChecks checks, FindingState cause, boolean mayRepeat) {}

    /**
     * Asks for a failed job whose VM is known.
     *
     * @throws io.clearover.job.UnknownIdException if its VM is gone
     */
    public Diagnosed of(TrackedJob job) {
        ProbeTarget target = targets.of(
                new VmRef(job.contextId(), null, null),
                job.metadata().type(),
                job.metadata().options());
        Explanation why = why(job);
        Future<LeftBehind> left = runner.begin(() -> leftBehind.of(job, target));
        Map<Probe, Finding> findings = runner.run(target, probes.about(why, target));
        LeftBehind seen = runner.within(left).orElse(LeftBehind.UNKNOWN);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<KeptFinding> kept = findings.entrySet().stream()
                .map(found -> CauseState.kept(why, found.getKey(), found.getValue(), now))
                .toList();
        return new Diagnosed(
                new KeptChecks(now, kept, seen.things(), seen.allSeen()),
                causes.of(why, findings),
                mayRepeat(job, target));
    }

    private Explanation why(TrackedJob job) {
        String step = job.failedStep().map(StepRow::name).orElse(null);
        return explainer.explain(step, job.failedOperation(), job.rawError(), Locale.ENGLISH);
    }

    private static boolean mayRepeat(TrackedJob job, ProbeTarget target) {
        boolean isNewest = job.kind() == JobKind.ROLLBACK
                || target.recorded()
                        .lastFailover()
                        .filter(last -> last.jobId().equals(job.row().id()))
                        .isPresent();
        boolean allowed = job.kind() == JobKind.ROLLBACK
                ? target.recorded().status().allowsRollback()
                : target.recorded().status().allowsFailover();
        return isNewest
                && allowed
                && target.recorded().runningJob() == null
                && !job.isForeign()
                && job.isRequestKnown();
    }
}
