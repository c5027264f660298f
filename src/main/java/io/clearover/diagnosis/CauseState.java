package io.clearover.diagnosis;

import io.clearover.explain.Explanation;
import io.clearover.job.KeptFinding;
import io.clearover.job.view.FindingState;
import io.clearover.job.view.KeptCheckPresenter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells by what probes found whether the cause of a failure is still there. Thread-safe. */
@ApplicationScoped
public class CauseState {

    private final KeptCheckPresenter states;

    CauseState() {
        this(null);
    }

    @Inject
    public CauseState(KeptCheckPresenter states) {
        this.states = states;
    }

    /**
     * By the probes that would see it. Where none would, nobody can tell; but if nothing at all is known of the failure, whatever
     * is wrong may be its cause.
     */
    public FindingState of(Explanation why, Map<Probe, Finding> findings) {
        List<FindingState> decisive = states(findings, why);
        if (decisive.isEmpty()) {
            boolean wrong = why.object() == null
                    && findings.entrySet().stream().anyMatch(found -> state(found) == FindingState.STILL_SO);
            return wrong ? FindingState.STILL_SO : FindingState.CANNOT_TELL;
        }
        if (decisive.contains(FindingState.STILL_SO)) {
            return FindingState.STILL_SO;
        }
        return decisive.contains(FindingState.CANNOT_TELL) ? FindingState.CANNOT_TELL : FindingState.NO_LONGER_SO;
    }

    private List<FindingState> states(Map<Probe, Finding> findings, Explanation why) {
        return findings.entrySet().stream()
                .filter(found -> found.getKey().scope().decidesOn(why))
                .map(this::state)
                .toList();
    }

    private FindingState state(Map.Entry<Probe, Finding> found) {
        return states.state(found.getKey().name(), found.getValue().word());
    }

    /** What a probe found after a failure, as it is kept. */
    static KeptFinding kept(Explanation why, Probe probe, Finding found, Instant at) {
        return new KeptFinding(
                probe.name(),
                probe.scope().side().jsonName(),
                probe.scope().object().jsonName(),
                why.object() == null || probe.scope().isAbout(why),
                found.word(),
                found.detail(),
                at);
    }
}
