package io.clearover.lab.state;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Lets one caller at a time at the state, and saves what it changed before the caller goes on, what several changed in the
 * meantime together, unless it is told to save at its end alone. Whatever became due since the last caller is ended first: no
 * timers, so a lab that was switched off meanwhile behaves as if it had been on. Thread safe.
 */
public final class Store {

    private final StateFile file;
    private final Clock clock;
    private final List<Due> works;
    private final Object saving = new Object();
    private State state;
    private volatile boolean savedWhenClosed;
    private long version;
    /** Version of the state in the file; guarded by {@code saving}. */
    private long saved;

    public Store(Path folder, Clock clock, List<Due> works) {
        this.file = new StateFile(folder);
        this.clock = clock;
        this.works = List.copyOf(works);
        this.state = file.load().orElseGet(() -> InitialState.at(clock.instant()));
        settled();
    }

    /** From now on only {@link #close} saves: most of a busy lab's time goes into its file, which a test does not read. */
    public void saveWhenClosed() {
        savedWhenClosed = true;
    }

    /** Saves what is not saved yet. */
    public void close() {
        savedWhenClosed = false;
        long mine;
        synchronized (this) {
            mine = version;
        }
        save(mine);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Looks at the state; must not change it. */
    public <T> T read(Function<State, T> reader) {
        long mine;
        T answer;
        synchronized (this) {
            mine = settled();
            answer = reader.apply(state);
        }
        save(mine);
        return answer;
    }

    /** Changes the state; when the change throws, it must not have changed anything. */
    public <T> T change(Function<State, T> change) {
        long mine = 0;
        try {
            synchronized (this) {
                mine = settled();
                T answer = change.apply(state);
                mine = ++version;
                return answer;
            }
        } finally {
            save(mine);
        }
    }

    /** Adds VMs for load tests until there are so many. */
    public void grow(int loadVms) {
        change(grown -> {
            InitialState.grow(grown, loadVms, clock.instant());
            return grown;
        });
        read(grown -> grown); // its appliance finds the new disks
    }

    /** Puts everything back to the beginning. */
    public void reset() {
        long mine;
        synchronized (this) {
            state = InitialState.at(clock.instant());
            version++;
            mine = settled();
        }
        save(mine);
    }

    /** Ends what is due; answers the state's version, which may not be saved yet if it is a new one. */
    private long settled() {
        boolean changed = false;
        for (Due work : works) {
            changed |= work.settle(state, clock.instant());
        }
        version += changed ? 1 : 0;
        return version;
    }

    private void save(long wanted) {
        synchronized (saving) {
            if (savedWhenClosed || saved >= wanted) {
                return;
            }
            String text;
            synchronized (this) {
                saved = version;
                text = file.text(state);
            }
            file.save(text);
        }
    }
}
