package io.clearover.rawtext;

import java.util.regex.Pattern;

/**
 * What of a long technical text is kept and looked at: its head, since it says what was tried, and its tail, since the root
 * cause stands last. Times are linear in the text's length.
 */
public final class Excerpt {

    /** Characters of the longest text that is kept whole; no excerpt is longer. */
    public static final int MOST = 16_000;

    /** What stands where the middle was. No cause is found in it, nor in a line that it divides. */
    public static final String GAP = "\n[... the middle of a long text is left out here ...]\n";

    /** Characters before the gap, and as many after it. */
    public static final int PART = (MOST - GAP.length()) / 2;

    /**
     * What follows the gap directly: the end of a private key, or some characters up to the end of a word and lines that
     * look encoded. Any of it may be the rest of a secret whose beginning is gone.
     */
    private static final Pattern UNCERTAIN = Pattern.compile("(" + Pattern.quote(GAP) + ")"
            + "(?s)(?:.*?-----END [A-Z ]*PRIVATE KEY-----|.{0,256}+\\S*+(?:\\s++[\\w+/=-]{32,}+)*+)");

    private Excerpt() {}

    /** The text, or head and tail of it with the gap between; null for null. */
    public static String of(String text) {
        return text == null || text.length() <= MOST
                ? text
                : text.substring(0, PART) + GAP + text.substring(text.length() - PART);
    }

    /** The text without what could be the rest of a secret after a gap. */
    static String withoutHalfSecret(String text) {
        return text.contains(GAP) ? UNCERTAIN.matcher(text).replaceAll("$1") : text;
    }
}
