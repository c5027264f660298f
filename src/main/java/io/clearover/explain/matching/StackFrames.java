package io.clearover.explain.matching;

/** Takes the frames out of Java stack traces: the names of classes in them are not what went wrong. */
final class StackFrames {
    private static final String START = " at ";
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_PLACE = 200;

    private StackFrames() {}

    /**
     * The text, as {@link ErrorNormalizer} makes it, without each {@code at package.Class.method(File.java:12)}. Takes time
     * linear in the text's length.
     */
    static String without(String flat) {
        StringBuilder kept = new StringBuilder(flat.length());
        int from = 0;
        for (int at = flat.indexOf(START); at >= 0; at = flat.indexOf(START, at + 1)) {
            int end = at < from ? -1 : endOfFrame(flat, at + START.length());
            if (end > 0) {
                kept.append(flat, from, at);
                from = end;
            }
        }
        return kept.append(flat, from, flat.length()).toString();
    }

    /** The index after the frame, -1 if there is none at this place. */
    private static int endOfFrame(String flat, int start) {
        int at = start;
        boolean dotted = false;
        while (at < flat.length() && at - start < LONGEST_NAME && isName(flat.charAt(at))) {
            dotted |= flat.charAt(at) == '.';
            at++;
        }
        if (!dotted || at == flat.length() || flat.charAt(at) != '(') {
            return -1;
        }
        int close = flat.indexOf(')', at);
        return close >= 0 && close - at < LONGEST_PLACE ? close + 1 : -1;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || "_$./<>@-".indexOf(c) >= 0;
    }
}
