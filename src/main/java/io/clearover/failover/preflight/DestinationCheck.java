package io.clearover.failover.preflight;

import io.clearover.platform.DestinationFacts;
import java.util.function.Consumer;

/**
 * The destination has something, or can be reached at all.
 *
 * @param word the catalogue's word for that
 * @param question returns if so
 */
record DestinationCheck(String name, String word, Consumer<DestinationFacts> question) implements Check {

    @Override
    public Asked asks() {
        return Asked.DESTINATION;
    }

    @Override
    public Finding look(Subject subject) {
        question.accept(subject.destination());
        return Finding.of(word);
    }
}
