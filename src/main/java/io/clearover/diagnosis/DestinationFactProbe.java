package io.clearover.diagnosis;

import io.clearover.platform.DestinationFacts;
import java.util.Optional;
import java.util.function.Function;

/**
 * The destination has something, or can be reached at all.
 *
 * @param name its slug
 * @param scope what it speaks of
 * @param word the catalogue's word for that
 * @param question returns if so, with what keeps it from being used now, if anything does
 */
record DestinationFactProbe(
        String name, ProbeScope scope, String word, Function<DestinationFacts, Optional<String>> question)
        implements Probe {

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public Finding look(ProbeTarget target) {
        return question.apply(target.destination())
                .map(closed -> Finding.of("closed", closed))
                .orElseGet(() -> Finding.of(word));
    }
}
