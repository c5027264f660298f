package io.clearover.acceptance.fuzz;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was found, each kind once. Thread-safe. */
final class Findings {

    private static final int SHOWN = 200;

    /** What targets get wrong even when nothing is wrong with the request. */
    private final Set<String> always = new HashSet<>();

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** All answers with the same fault, and the first of them. */
    private static final class Kind {
        private final String what;
        private final Sent first;
        private final Answer answer;
        private final Set<String> targets = new TreeSet<>();
        private int times;

        Kind(String what, Sent first, Answer answer) {
            this.what = what;
            this.first = first;
            this.answer = answer;
        }
    }

    synchronized void add(String fault, Sent sent, Answer answer) {
        String what = "%s (%s)".formatted(fault, answer.status() == 0 ? answer.end() : answer.status());
        String atTarget = what + " " + sent.target();
        if (!sent.isMutated()) {
            always.add(atTarget);
        }
        String mutation = always.contains(atTarget) ? Mutation.NONE + " " + sent.target() : sent.mutation();
        Kind kind = kinds.computeIfAbsent(what + " " + mutation, key -> new Kind(what, sent, answer));
        kind.times++;
        kind.targets.add(sent.target().toString());
    }

    synchronized int size() {
        return kinds.size();
    }

    /** One text for each kind, with what it takes to see it again. */
    synchronized List<String> texts(long seed) {
        return kinds.values().stream().map(kind -> text(kind, seed)).toList();
    }

    private static String text(Kind kind, long seed) {
        Sent sent = kind.first;
        String said = kind.answer.text();
        return Stream.of(
                        "%s: %s, %s, %s".formatted(kind.what, sent.target(), sent.role(), sent.mutation()),
                        "%d times at %d targets; again: -Dfuzz.seed=%d -Dfuzz.only=%d"
                                .formatted(kind.times, kind.targets.size(), seed, sent.number()),
                        "> " + sent.shown().strip().replace("\n", "\n  > "),
                        "< " + kind.answer.head().strip().replace("\n", "\n  < "),
                        "< " + said.substring(0, Math.min(SHOWN, said.length())).replace("\n", "\n  < "))
                .reduce((text, line) -> text + "\n  " + line)
                .orElseThrow();
    }

    /** So many for a failure: one of each fault, then one more of each, and so on. */
    synchronized List<String> first(int most, long seed) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Kind, Integer> turns = new HashMap<>();
        kinds.values().forEach(kind -> turns.put(kind, seen.merge(kind.what, 1, Integer::sum)));
        return kinds.values().stream()
                .sorted(Comparator.comparing(turns::get))
                .limit(most)
                .map(kind -> text(kind, seed))
                .toList();
    }
}
