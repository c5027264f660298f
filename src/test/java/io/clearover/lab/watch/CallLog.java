package io.clearover.lab.watch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Remembers the latest calls, in memory only. Thread safe. */
public final class CallLog {

    private static final int KEPT = 2000;
    private static final Set<String> ALL_OF_A_SERVICE = Set.of("destination", "source");

    private final Deque<Asked> calls = new ArrayDeque<>();

    /** @param names all that the call may be called by; the longest is the one that says most */
    public synchronized void add(Set<String> names, String vm, Instant at) {
        names.stream()
                .filter(name -> !ALL_OF_A_SERVICE.contains(name))
                .max(Comparator.comparingInt(String::length))
                .ifPresent(name -> calls.add(new Asked(name, vm, at)));
        if (calls.size() > KEPT) {
            calls.remove();
        }
    }

    /** At most the latest 2000, in the order in which they came. */
    public synchronized List<Asked> all() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }
}
