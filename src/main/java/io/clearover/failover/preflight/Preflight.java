package io.clearover.failover.preflight;

import io.clearover.diagnosis.Finding;
import io.clearover.diagnosis.LastFailure;
import io.clearover.diagnosis.Probe;
import io.clearover.diagnosis.ProbeRunner;
import io.clearover.diagnosis.ProbeTarget;
import io.clearover.diagnosis.ProbeTargets;
import io.clearover.diagnosis.Probes;
import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.Intent;
import io.clearover.operation.VmRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at all that can be known before a failover; changes nothing. Thread-safe. */
@ApplicationScoped
public class Preflight {

    private final ProbeTargets targets;
    private final Probes probes;
    private final ProbeRunner runner;
    private final LastFailure lastFailure;
    private final PreflightPresenter presenter;

    Preflight() {
        this(null, null, null, null, null);
    }

    @Inject
    public Preflight(
            ProbeTargets targets,
            Probes probes,
            ProbeRunner runner,
            LastFailure lastFailure,
            PreflightPresenter presenter) {
        this.targets = targets;
        this.probes = probes;
        this.runner = runner;
        this.lastFailure = lastFailure;
        this.presenter = presenter;
    }

    /**
     * All checks that matter for a failover that somebody thinks of.
     *
     * @param admin whether technical details are told too
     * @throws io.clearover.job.UnknownIdException for an unknown VM
     * @throws io.clearover.job.AmbiguousIdException for an ambiguous name
     * @throws io.clearover.operation.WrongRequestException if name and id are of different VMs
     */
    public PreflightView of(VmRef vm, FailoverType type, Options options, boolean admin, Locale language) {
        ProbeTarget target = targets.of(vm, type, options);
        Map<Probe, Finding> findings = runner.run(target, checks(target));
        return presenter.of(target.intent(), findings, lastFailure.of(target, findings, language), admin, language);
    }

    private List<Probe> checks(ProbeTarget target) {
        Stream<Probe> options = OptionCheck.ALL.stream()
                .filter(option -> option.appliesTo(target))
                .map(Probe.class::cast);
        return Stream.concat(probes.beforeFailover(target).stream(), options).toList();
    }

    /**
     * The raw error of the first check that fails, within the operation itself; warnings are none. Asks patiently what
     * doesn't answer.
     *
     * @throws io.clearover.platform.PlatformException if what was asked refuses or fails
     */
    public Optional<String> firstError(Intent intent) {
        ProbeTarget target = targets.of(intent);
        return probes.withinOperation(target).stream()
                .map(probe -> probe.look(target))
                .filter(Finding::isError)
                .map(Finding::detail)
                .findFirst();
    }
}
