package io.clearover.failover.preflight;

import io.clearover.diagnosis.Finding;
import io.clearover.diagnosis.Probe;
import io.clearover.explain.CheckWords;
import io.clearover.explain.PreflightWords;
import io.clearover.explain.catalogue.CheckResult;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.operation.Intent;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells findings in plain words, and admins the technical side too. Thread-safe. */
@ApplicationScoped
class PreflightPresenter {

    private final PreflightWords words;
    private final Redaction redaction;

    PreflightPresenter() {
        this(null, null);
    }

    @Inject
    public PreflightPresenter(PreflightWords words, Redaction redaction) {
        this.words = words;
        this.redaction = redaction;
    }

    PreflightView of(Intent intent, Map<Probe, Finding> findings, boolean admin, Locale language) {
        OperationType operation = intent.isLive() ? OperationType.LIVE_FAILOVER : OperationType.TEST_FAILOVER;
        CheckResult worst = CheckResult.PASS;
        List<CheckView> checks = new ArrayList<>();
        for (Map.Entry<Probe, Finding> each : findings.entrySet()) {
            CheckWords said = words(each.getKey(), each.getValue(), operation, language);
            worst = said.result().compareTo(worst) > 0 ? said.result() : worst;
            checks.add(view(each.getKey(), said, admin ? each.getValue().detail() : null, language));
        }
        return new PreflightView(
                intent.vm().contextId().value(),
                intent.vm().name(),
                intent.type().text(),
                worst.jsonName(),
                checks);
    }

    private CheckWords words(Probe check, Finding finding, OperationType operation, Locale language) {
        return finding.isError()
                ? words.failed(finding.detail(), operation, language)
                : words.found(check.name(), finding.word(), operation, language);
    }

    private CheckView view(Probe check, CheckWords said, String detail, Locale language) {
        return new CheckView(
                check.name(),
                words.displayName(check.name(), language),
                said.result().jsonName(),
                said.message(),
                said.reason(),
                said.category().jsonName(),
                said.actionableSteps(),
                said.actions().stream().map(QuickAction::jsonName).toList(),
                redaction.redact(detail));
    }
}
