package io.clearover.lab.state;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Lets one caller at a time at the state, and saves what it changed before the caller goes on. Whatever became due since
 * the last caller is ended first: no timers, so a lab that was switched off meanwhile behaves as if it had been on.
 */
public final class Store {

    private final StateFile file;
    private final Clock clock;
    private final List<Due> works;
    private State state;

    public Store(Path folder, Clock clock, List<Due> works) {
        this.file = new StateFile(folder);
        this.clock = clock;
        this.works = List.copyOf(works);
        this.state = file.load().orElseGet(() -> Beginning.at(clock.instant()));
    }

    public Instant now() {
        return clock.instant();
    }

    /** Looks at the state; must not change it. */
    public synchronized <T> T read(Function<State, T> reader) {
        if (settle()) {
            file.save(state);
        }
        return reader.apply(state);
    }

    /** Changes the state; when the change throws, it must not have changed anything. */
    public synchronized <T> T change(Function<State, T> change) {
        boolean settled = settle();
        try {
            T answer = change.apply(state);
            settled = true;
            return answer;
        } finally {
            if (settled) {
                file.save(state);
            }
        }
    }

    /** Puts everything back to the beginning. */
    public synchronized void reset() {
        state = Beginning.at(clock.instant());
        file.save(state);
    }

    private boolean settle() {
        boolean changed = false;
        for (Due work : works) {
            changed |= work.settle(state, clock.instant());
        }
        return changed;
    }
}
