package io.clearover.diagnosis;

import io.clearover.platform.DestinationFacts;
import java.util.function.Consumer;

/**
 * The destination has something, or can be reached at all.
 *
 * @param word the catalogue's word for that
 * @param question returns if so
 */
record DestinationFactProbe(String name, ProbeScope scope, String word, Consumer<DestinationFacts> question)
        implements Probe {

    @Override
    public AskedSystem asks() {
        return AskedSystem.DESTINATION;
    }

    @Override
    public Finding look(ProbeTarget target) {
        question.accept(target.destination());
        return Finding.of(word);
    }
}
