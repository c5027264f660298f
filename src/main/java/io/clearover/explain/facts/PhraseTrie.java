package io.clearover.explain.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds phrases in words, in time linear in their number: each phrase has few gaps, and a gap few words. No phrase reaches
 * over the end of a link. Immutable once filled.
 */
final class PhraseTrie {
    /** Stands in a phrase for up to {@link #WIDEST_GAP} words. */
    static final String GAP = "*";

    private static final int WIDEST_GAP = 7;

    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Node gap;
        private final List<Meaning> meanings = new ArrayList<>(1);
    }

    /**
     * A phrase in a text.
     *
     * @param from the index of its first word
     * @param to the index after its last word
     */
    record Match(int from, int to, Meaning meaning) {
        boolean covers(Match other) {
            return from <= other.from && to >= other.to && to - from > other.to - other.from;
        }
    }

    /** @param phrase its words in their form; the first and the last are no gaps */
    void add(List<String> phrase, Meaning meaning) {
        Node node = root;
        for (String word : phrase) {
            if (word.equals(GAP)) {
                node.gap = node.gap == null ? new Node() : node.gap;
                node = node.gap;
            } else {
                node = node.next.computeIfAbsent(word, none -> new Node());
            }
        }
        node.meanings.add(meaning);
    }

    /** All phrases in the words, in the order in which they begin. */
    List<Match> in(Words words) {
        List<Match> found = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Node node = root.next.get(words.word(at));
            if (node != null) {
                follow(node, words, at, at + 1, found);
            }
        }
        return found;
    }

    private static void follow(Node node, Words words, int from, int at, List<Match> found) {
        for (Meaning meaning : node.meanings) {
            found.add(new Match(from, at, meaning));
        }
        if (at == words.size() || words.beginsLink(at)) {
            return;
        }
        Node next = node.next.get(words.word(at));
        if (next != null) {
            follow(next, words, from, at + 1, found);
        }
        if (node.gap != null) {
            skip(node.gap, words, from, at, found);
        }
    }

    private static void skip(Node gap, Words words, int from, int start, List<Match> found) {
        for (int at = start; at < words.size() && at - start <= WIDEST_GAP; at++) {
            if (at > start && words.beginsLink(at)) {
                return;
            }
            Node next = gap.next.get(words.word(at));
            if (next != null) {
                follow(next, words, from, at + 1, found);
            }
        }
    }
}
