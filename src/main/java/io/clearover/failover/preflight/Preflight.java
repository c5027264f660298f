package io.clearover.failover.preflight;

import io.clearover.failover.FailoverRequest;
import io.clearover.failover.Intent;
import io.clearover.job.FailoverType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Looks at all that can be known before a failover; changes nothing. Thread-safe. */
@ApplicationScoped
public class Preflight {

    private final Subjects subjects;
    private final Checks checks;
    private final Looking looking;
    private final Told told;

    Preflight() {
        this(null, null, null, null);
    }

    @Inject
    public Preflight(Subjects subjects, Checks checks, Looking looking, Told told) {
        this.subjects = subjects;
        this.checks = checks;
        this.looking = looking;
        this.told = told;
    }

    /**
     * All checks that matter for a failover that somebody thinks of.
     *
     * @param admin whether technical details are told too
     * @throws io.clearover.web.ProblemException (404) for an unknown VM, (409) for an ambiguous name, (400) if name and id
     *     are of different VMs
     */
    PreflightView of(FailoverType type, FailoverRequest request, boolean admin, Locale language) {
        Subject subject = subjects.of(type, request);
        return told.of(subject.intent(), looking.at(subject, checks.of(subject)), admin, language);
    }

    /**
     * The raw error of the first check that fails, within the operation itself; warnings are none. Asks patiently what
     * doesn't answer.
     *
     * @throws io.clearover.platform.PlatformException if what was asked refuses or fails
     */
    public Optional<String> firstError(Intent intent) {
        Subject subject = subjects.of(intent);
        return checks.withinOperation(subject).stream()
                .map(check -> check.look(subject))
                .filter(Finding::isError)
                .map(Finding::detail)
                .findFirst();
    }
}
