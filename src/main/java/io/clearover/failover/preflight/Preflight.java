package io.clearover.failover.preflight;

import io.clearover.failover.Intent;
import io.clearover.job.FailoverType;
import io.clearover.job.Options;
import io.clearover.operation.VmRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Looks at all that can be known before a failover; changes nothing. Thread-safe. */
@ApplicationScoped
public class Preflight {

    private final PreflightTargets targets;
    private final PreflightChecks checks;
    private final CheckRunner runner;
    private final PreflightPresenter presenter;

    Preflight() {
        this(null, null, null, null);
    }

    @Inject
    public Preflight(
            PreflightTargets targets, PreflightChecks checks, CheckRunner runner, PreflightPresenter presenter) {
        this.targets = targets;
        this.checks = checks;
        this.runner = runner;
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
        PreflightTarget target = targets.of(vm, type, options);
        return presenter.of(target.intent(), runner.run(target, checks.of(target)), admin, language);
    }

    /**
     * The raw error of the first check that fails, within the operation itself; warnings are none. Asks patiently what
     * doesn't answer.
     *
     * @throws io.clearover.platform.PlatformException if what was asked refuses or fails
     */
    public Optional<String> firstError(Intent intent) {
        PreflightTarget target = targets.of(intent);
        return checks.withinOperation(target).stream()
                .map(check -> check.look(target))
                .filter(Finding::isError)
                .map(Finding::detail)
                .findFirst();
    }
}
