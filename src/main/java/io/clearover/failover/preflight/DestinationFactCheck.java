package io.clearover.failover.preflight;

import io.clearover.platform.DestinationFacts;
import java.util.function.Consumer;

/**
 * The destination has something, or can be reached at all.
 *
 * @param word the catalogue's word for that
 * @param question returns if so
 */
record DestinationFactCheck(String name, String word, Consumer<DestinationFacts> question) implements Check {

    @Override
    public CheckedSystem asks() {
        return CheckedSystem.DESTINATION;
    }

    @Override
    public Finding look(PreflightTarget target) {
        question.accept(target.destination());
        return Finding.of(word);
    }
}
