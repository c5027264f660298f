package io.clearover.lab.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The faults of a lab. Of several that match a call the one that was added first befalls it. Thread safe. */
public final class Faults {

    private final Consumer<Fault> check;
    private final List<ArmedFault> armed = new ArrayList<>();

    /** @param check throws {@link IllegalArgumentException} for a fault that could never happen */
    public Faults(Consumer<Fault> check) {
        this.check = check;
    }

    /**
     * Lets something go wrong from now on.
     *
     * @return the fault, to see how often it did
     * @throws IllegalArgumentException for a fault that could never happen
     */
    public ArmedFault add(Fault fault) {
        check.accept(fault);
        ArmedFault added = new ArmedFault(fault);
        synchronized (this) {
            armed.add(added);
        }
        return added;
    }

    /** Ends all faults: calls that hang lose their connection, jobs that are stuck fail, delayed answers come at once. */
    public synchronized void clear() {
        armed.forEach(ArmedFault::end);
        armed.clear();
    }

    /** Ends one fault, as {@link #clear} does all. */
    public synchronized void end(ArmedFault fault) {
        fault.end();
        armed.remove(fault);
    }

    /** How often calls went wrong since the last clearing. */
    public synchronized int fired() {
        return armed.stream().mapToInt(ArmedFault::fired).sum();
    }

    /** The faults that were not cleared yet, in the order they were added. */
    public synchronized List<ArmedFault> all() {
        return List.copyOf(armed);
    }

    /** The fault of these kinds that befalls a call; the call counts for all that match. Never waits. */
    public synchronized Optional<ArmedFault> take(About about, Predicate<FaultKind> kinds) {
        List<ArmedFault> matching = armed.stream()
                .filter(each -> kinds.test(each.fault().kind()) && each.fault().matches(about))
                .toList();
        matching.forEach(ArmedFault::see);
        return matching.stream().filter(ArmedFault::fires).findFirst();
    }
}
