package io.clearover.explain.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A raw text as words in their {@link WordForms} form, each with its place in the text and with what divides it from the
 * word before. Stack frames are left out. Immutable once read.
 */
final class Words {
    /** What stands before a word: nothing that divides, the end of a clause. */
    static final byte NONE = 0;

    static final byte CLAUSE = 1;
    /** The end of a sentence, and with it of a link of the chain of causes. */
    static final byte SENTENCE = 2;
    /** The end of a link within a sentence. */
    static final byte LINK = 3;
    /** Begins a line, and with it a link. */
    static final byte LINE = 4;

    private final List<String> words = new ArrayList<>();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private byte[] breaks = new byte[64];
    private int dividers = NONE;

    int size() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    /** The index in the text at which the word starts. */
    int start(int index) {
        return starts[index];
    }

    /** The index in the text after the word. */
    int end(int index) {
        return ends[index];
    }

    /** What divides a word from the one before it. */
    byte breakBefore(int index) {
        return breaks[index];
    }

    /** Whether a link of the chain begins with the word. */
    boolean beginsLink(int index) {
        return breaks[index] >= SENTENCE;
    }

    boolean beginsLine(int index) {
        return breaks[index] == LINE;
    }

    /** What comes next is divided so from what is there, or more. */
    void divide(byte how) {
        dividers = Math.max(dividers, how);
    }

    void add(String word, int start, int end) {
        int index = words.size();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
            breaks = Arrays.copyOf(breaks, index * 2);
        }
        starts[index] = start;
        ends[index] = end;
        breaks[index] = (byte) (index == 0 ? LINE : dividers);
        dividers = NONE;
        words.add(word);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < size(); index++) {
            text.append(" ,.:\n".charAt(breaks[index])).append(word(index));
        }
        return text.toString();
    }
}
