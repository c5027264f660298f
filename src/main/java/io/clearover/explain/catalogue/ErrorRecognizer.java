package io.clearover.explain.catalogue;

import io.clearover.explain.facts.FactReader;
import io.clearover.explain.facts.Facts;
import io.clearover.explain.matching.CauseFinder;
import io.clearover.explain.matching.CauseRule;
import java.util.Optional;

/**
 * Recognizes what a raw error tells: its facts first, then the cause whose words are in it, of those causes that its facts
 * allow. Thread-safe.
 */
public final class ErrorRecognizer {
    private final Catalogue catalogue;
    private final CauseFinder finder;
    private final FactReader reader = new FactReader();

    /** @param catalogue with the causes that can be recognized */
    public ErrorRecognizer(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.finder = new CauseFinder(catalogue.rules());
    }

    /**
     * What a raw error tells.
     *
     * @param rule by which its cause is known; empty if none is
     */
    public record Recognized(Facts facts, Optional<CauseRule> rule) {}

    /**
     * Never null.
     *
     * @param rawError null if there is none
     * @param kind of the step that failed
     */
    public Recognized recognize(String rawError, String kind) {
        Facts facts = reader.read(rawError, kind);
        return new Recognized(facts, finder.find(rawError, kind, rule -> catalogue
                .cause(rule.cause())
                .needs()
                .areMetBy(facts)));
    }
}
