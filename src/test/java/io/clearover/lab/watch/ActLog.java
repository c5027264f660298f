package io.clearover.lab.watch;

import java.util.ArrayList;
import java.util.List;

/** Remembers what was done, in memory only. Thread safe. */
public final class ActLog {

    private final List<Act> acts = new ArrayList<>();

    public synchronized void add(String vm, String command, String thing) {
        acts.add(new Act(vm, command, thing));
    }

    public synchronized Acts all() {
        return new Acts(List.copyOf(acts));
    }

    public synchronized void clear() {
        acts.clear();
    }
}
