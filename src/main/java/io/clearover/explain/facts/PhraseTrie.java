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

    private static final int NO_GAP = -1;

    private final Node root = new Node();

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Node gap;
        private final List<Meaning> meanings = new ArrayList<>(1);

        /** Null if no phrase goes on so. A number after a word is nothing, if no phrase says it. */
        private Node next(String word) {
            Node found = next.get(word);
            boolean numbered = found == null && word.length() > 1 && word.endsWith("#");
            return numbered ? next.get(word.substring(0, word.length() - 1)) : found;
        }
    }

    /**
     * A phrase in a text.
     *
     * @param from the index of its first word
     * @param to the index after its last word
     * @param gapFrom the index of the first word in its first gap; that of its end if it has none
     * @param gapTo the index after the last word in its last gap
     */
    record Match(int from, int to, Meaning meaning, int gapFrom, int gapTo) {
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
            Node node = root.next(words.word(at));
            if (node != null) {
                follow(node, words, at, at + 1, NO_GAP, NO_GAP, found);
            }
        }
        return found;
    }

    private static void follow(Node node, Words words, int from, int at, int gapFrom, int gapTo, List<Match> found) {
        for (Meaning meaning : node.meanings) {
            found.add(new Match(from, at, meaning, gapFrom == NO_GAP ? at : gapFrom, gapFrom == NO_GAP ? at : gapTo));
        }
        if (at == words.size() || words.beginsLink(at)) {
            return;
        }
        Node next = node.next(words.word(at));
        if (next != null) {
            follow(next, words, from, at + 1, gapFrom, gapTo, found);
        }
        if (node.gap != null) {
            skip(node.gap, words, from, at, gapFrom, found);
        }
    }

    private static void skip(Node gap, Words words, int from, int start, int gapFrom, List<Match> found) {
        for (int at = start; at < words.size() && at - start <= WIDEST_GAP; at++) {
            if (at > start && words.beginsLink(at)) {
                return;
            }
            Node next = gap.next(words.word(at));
            if (next != null) {
                follow(next, words, from, at + 1, gapFrom == NO_GAP ? start : gapFrom, at, found);
            }
        }
    }
}
