package io.clearover.explain.rest;

import io.clearover.explain.Explainer;
import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the errors of the history that no rule of the catalogue answers, so that it grows from real life. Thread-safe. */
@ApplicationScoped
public class UnmatchedErrors {

    private static final int MOST = 100;

    /** Characters of an error that are shown. */
    private static final int LONGEST = 2000;

    private static final Comparator<Instant> OLDEST_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final FailureHistory history;
    private final Explainer explainer;
    private final Redaction redaction;

    UnmatchedErrors() {
        this(null, null, null);
    }

    @Inject
    public UnmatchedErrors(FailureHistory history, Explainer explainer, Redaction redaction) {
        this.history = history;
        this.explainer = explainer;
        this.redaction = redaction;
    }

    /** As the history and the catalogue are now. */
    UnmatchedErrorsView now() {
        List<RecordedFailure> failures = history.newest().toList();
        Map<ErrorShape, List<RecordedFailure>> byShape = failures.stream()
                .filter(this::isUnrecognized)
                .map(this::withoutSecrets)
                .collect(Collectors.groupingBy(
                        failure -> ErrorShape.of(failure.error()), LinkedHashMap::new, Collectors.toList()));
        List<UnmatchedErrorsView.Group> groups = byShape.values().stream()
                .map(UnmatchedErrors::group)
                .sorted(Comparator.comparing(UnmatchedErrorsView.Group::lastSeenAt, OLDEST_FIRST)
                        .reversed())
                .limit(MOST)
                .toList();
        return new UnmatchedErrorsView(groups, groups.size(), failures.size());
    }

    private boolean isUnrecognized(RecordedFailure failure) {
        return explainer.match(failure.step(), failure.error()).isEmpty();
    }

    private RecordedFailure withoutSecrets(RecordedFailure failure) {
        return new RecordedFailure(
                failure.jobId(), failure.step(), failure.operation(), redaction.redact(failure.error()), failure.at());
    }

    private static UnmatchedErrorsView.Group group(List<RecordedFailure> failures) {
        RecordedFailure newest = failures.stream()
                .max(Comparator.comparing(RecordedFailure::at, OLDEST_FIRST))
                .orElseThrow();
        return new UnmatchedErrorsView.Group(
                shortened(newest.error()),
                (int) failures.stream().map(RecordedFailure::jobId).distinct().count(),
                each(failures, RecordedFailure::step),
                each(
                        failures,
                        failure -> failure.operation() == null
                                ? null
                                : failure.operation().jsonName()),
                newest.at());
    }

    private static List<String> each(List<RecordedFailure> failures, Function<RecordedFailure, String> what) {
        return failures.stream()
                .map(what)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static String shortened(String error) {
        int half = LONGEST / 2;
        return error.length() <= LONGEST
                ? error
                : error.substring(0, half) + " … " + error.substring(error.length() - half);
    }
}
