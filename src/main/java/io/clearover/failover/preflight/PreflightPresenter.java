package io.clearover.failover.preflight;

import io.clearover.diagnosis.Finding;
import io.clearover.diagnosis.LastFailure;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells findings in plain words, and admins the technical side too. Thread-safe. */
@ApplicationScoped
class PreflightPresenter {

    private static final String LAST_FAILURE = "last-failure";

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

    PreflightView of(
            Intent intent,
            Map<Probe, Finding> findings,
            Optional<LastFailure.Seen> lastFailure,
            boolean admin,
            Locale language) {
        OperationType operation = intent.isLive() ? OperationType.LIVE_FAILOVER : OperationType.TEST_FAILOVER;
        CheckResult worst = CheckResult.PASS;
        List<CheckView> checks = new ArrayList<>();
        for (Map.Entry<Probe, Finding> each : findings.entrySet()) {
            CheckWords said = words(each.getKey(), each.getValue(), operation, language);
            worst = said.result().compareTo(worst) > 0 ? said.result() : worst;
            checks.add(view(
                    each.getKey().name(), said, null, admin ? each.getValue().detail() : null, language));
        }
        if (lastFailure.isPresent()) {
            CheckWords said = words(lastFailure.get(), operation, language);
            worst = said.result().compareTo(worst) > 0 ? said.result() : worst;
            checks.add(view(lastFailure.get(), said, admin, language));
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

    /** What failed and why is told too, and what was advised then, while nothing shows that the cause is gone. */
    private CheckWords words(LastFailure.Seen seen, OperationType operation, Locale language) {
        CheckWords said = words.found(LAST_FAILURE, seen.cause().jsonName().replace('_', '-'), operation, language);
        boolean mended = said.result() == CheckResult.PASS;
        String reason = "%s. %s".formatted(seen.why().userMessage(), seen.why().reason());
        return new CheckWords(
                said.result(),
                said.message(),
                mended ? said.reason() : reason,
                seen.why().category(),
                mended ? List.of() : seen.why().actionableSteps(),
                List.of());
    }

    private CheckView view(LastFailure.Seen seen, CheckWords said, boolean admin, Locale language) {
        return view(LAST_FAILURE, said, seen.run().at(), admin ? seen.run().error() : null, language);
    }

    private CheckView view(String check, CheckWords said, Instant failedAt, String detail, Locale language) {
        return new CheckView(
                check,
                words.displayName(check, language),
                said.result().jsonName(),
                said.message(),
                said.reason(),
                said.category().jsonName(),
                said.actionableSteps(),
                said.actions().stream().map(QuickAction::jsonName).toList(),
                failedAt,
                redaction.redact(detail));
    }
}
