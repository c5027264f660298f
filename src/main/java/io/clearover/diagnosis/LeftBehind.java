package io.clearover.diagnosis;

import io.clearover.job.KeptLeftover;
import java.util.List;

/**
 * What an operation left behind.
 *
 * @param things what was seen of it
 * @param allSeen whether all that may be left could be looked for
 */
public record LeftBehind(List<KeptLeftover> things, boolean allSeen) {

    /** Nobody could look. */
    static final LeftBehind UNKNOWN = new LeftBehind(List.of(), false);

    public LeftBehind {
        things = List.copyOf(things);
    }
}
