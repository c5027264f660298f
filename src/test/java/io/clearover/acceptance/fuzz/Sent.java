package io.clearover.acceptance.fuzz;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A request that is asked.
 *
 * @param number of the request, from which all of it follows with the seed
 * @param mutation what is wrong with it
 * @param excuses why it may be refused before any application is reached
 * @param asDescribed whether its method and address are the target's
 * @param head whether its answer has no body
 * @param bytes as it goes over the wire
 */
record Sent(
        int number,
        Target target,
        Role role,
        String mutation,
        Set<Excuse> excuses,
        boolean asDescribed,
        boolean head,
        byte[] bytes) {

    private static final int SHOWN = 700;

    boolean isMutated() {
        return !mutation.equals(Mutation.NONE.name());
    }

    /** The method, if it is HTTP. */
    String firstWord() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.max(0, text.indexOf(' ')));
    }

    /** Whether the words are in the request, plain or encoded: an answer that repeats them betrays nothing. */
    boolean contains(String words) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains(words) || decoded(text).contains(words);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** For people: what can't be printed is escaped, and the rest of a long one left out. */
    String shown() {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(bytes.length, SHOWN); i++) {
            int one = bytes[i] & 0xff;
            boolean printable = one >= ' ' && one < 0x7f && one != '\\';
            shown.append(printable ? String.valueOf((char) one) : escaped(one));
        }
        return bytes.length > SHOWN ? shown + "… (" + bytes.length + " bytes)" : shown.toString();
    }

    private static String escaped(int one) {
        return switch (one) {
            case '\r' -> "\\r";
            case '\n' -> "\\n\n";
            default -> "\\x%02x".formatted(one);
        };
    }
}
