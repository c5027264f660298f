package io.clearover.quickstart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts again what ends by itself, after a pause that doubles with each time; gives up on what ends too often. Not
 * thread-safe.
 */
final class Supervisor {

    /** How often a part may end within {@link #WHILE}; the next time is one too many. */
    static final int MOST_ENDS = 4;

    private static final Duration WHILE = Duration.ofMinutes(10);

    private final List<Part> parts;
    private final Clock clock;
    private final Pausing pausing;
    private final Consumer<String> say;
    private final Map<Part, Deque<Instant>> ends = new HashMap<>();

    /** What is looked after. */
    interface Part {

        String name();

        boolean isRunning();

        /** @throws IllegalStateException in one line what hinders it, once more or for the first time */
        void startAgain();

        /** Where it says why it ended. */
        String log();
    }

    /** Waits; the look goes on only if that says so, since all may have been stopped meanwhile. */
    interface Pausing {
        boolean pause(Duration length) throws InterruptedException;
    }

    Supervisor(List<Part> parts, Clock clock, Pausing pausing, Consumer<String> say) {
        this.parts = parts;
        this.clock = clock;
        this.pausing = pausing;
        this.say = say;
    }

    /**
     * Returns when all was stopped on purpose.
     *
     * @throws IllegalStateException in one line which part ends again and again
     */
    void look() throws InterruptedException {
        while (pausing.pause(Duration.ofSeconds(1))) {
            for (Part part : parts) {
                if (!part.isRunning() && !mend(part)) {
                    return;
                }
            }
        }
    }

    private boolean mend(Part part) throws InterruptedException {
        int times = timesEnded(part);
        if (times > MOST_ENDS) {
            throw new IllegalStateException("%s has ended %d times within %d minutes and isn't started again; see %s"
                    .formatted(part.name(), times, WHILE.toMinutes(), part.log()));
        }
        // whoever stops everything by a signal ends the parts too, a moment before this can know of it
        if (!pausing.pause(Duration.ofSeconds(1L << (times - 1)))) {
            return false;
        }
        say.accept("%s has ended by itself and is started again (see %s).".formatted(part.name(), part.log()));
        try {
            part.startAgain();
            say.accept(part.name() + " runs again.");
        } catch (IllegalStateException hindered) {
            say.accept(part.name() + " can't start: " + hindered.getMessage());
        }
        return true;
    }

    private int timesEnded(Part part) {
        Deque<Instant> times = ends.computeIfAbsent(part, first -> new ArrayDeque<>());
        times.addLast(clock.instant());
        times.removeIf(time -> time.isBefore(clock.instant().minus(WHILE)));
        return times.size();
    }
}
