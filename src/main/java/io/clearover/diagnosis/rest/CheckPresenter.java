package io.clearover.diagnosis.rest;

import io.clearover.diagnosis.Diagnosis.Diagnosed;
import io.clearover.explain.CheckWords;
import io.clearover.explain.PreflightWords;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.job.KeptChecks;
import io.clearover.job.view.FindingState;
import io.clearover.job.view.KeptCheckPresenter;
import io.clearover.job.view.TrackedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Tells in plain words what is so now of what made a job fail. Thread-safe. */
@ApplicationScoped
class CheckPresenter {

    private static final String FAILURE = "failure";

    private final PreflightWords words;
    private final KeptCheckPresenter findings;

    CheckPresenter() {
        this(null, null);
    }

    @Inject
    public CheckPresenter(PreflightWords words, KeptCheckPresenter findings) {
        this.words = words;
        this.findings = findings;
    }

    /** @param admin whether technical details are told too */
    public CheckAnswer of(TrackedJob job, Diagnosed seen, boolean admin, Locale language) {
        KeptChecks checks = seen.checks();
        CheckWords said = words.found(
                FAILURE, seen.cause().jsonName().replace('_', '-'), job.kind().type(), language);
        return new CheckAnswer(
                job.row().id(),
                job.row().externalJobId(),
                job.contextId(),
                job.vmName(),
                checks.checkedAt(),
                seen.cause().jsonName(),
                said.message(),
                said.reason(),
                said.actionableSteps(),
                actions(seen),
                findings.findings(checks, job, admin, language),
                findings.leftBehind(checks, admin, language),
                findings.correction(checks, job, language).orElse(null));
    }

    private static List<String> actions(Diagnosed seen) {
        return seen.cause() == FindingState.NO_LONGER_SO && seen.mayRepeat()
                ? List.of(QuickAction.RETRY.jsonName())
                : List.of();
    }
}
