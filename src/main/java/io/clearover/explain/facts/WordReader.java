package io.clearover.explain.facts;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a raw text into {@link Words}: colons, line breaks and words such as "caused by" divide its links, commas and
 * brackets its clauses; escapes, colours and quotes are nothing. Of addresses, hosts and numbers no word remains; of a path
 * each part with a slash before it, and the file's ending with its dot. Takes time linear in the text.
 */
final class WordReader {
    private static final String IDENTIFIER = "#";

    /** Stands before the host of an address such as {@code https://cloud.example}. */
    static final String ADDRESS = "://";

    /** Ports that tell what is behind them. */
    private static final String DATABASE_PORT = ":3306";

    private static final String SOURCE_PORT = ":902";

    /** First parts of the names of programs' parts, which consist of words. */
    private static final Set<String> ROOTS = Set.of(
            "com",
            "org",
            "java",
            "javax",
            "jakarta",
            "sun",
            "io",
            "net",
            "vim",
            "vmodl",
            "libvirt",
            "urllib3",
            "requests",
            "socket",
            "ssl",
            "http",
            "os",
            "sql");

    /** What is said before the name or number of a thing. */
    private static final Set<String> NAMES = Set.of("id", "uuid", "name");

    /** Things that people give names. */
    private static final Set<String> NAMED =
            Set.of("vm", "host", "server", "instance", "volume", "network", "pool", "datastore", "template");

    /** Names of values that hold a message. */
    private static final Set<String> MESSAGES = Set.of(
            "error", "errortext", "message", "msg", "detail", "description", "reason", "localizedmessage", "fault");

    /** The end of the name of the file in which a source's disk tracks its changes. */
    private static final String CHANGES = "-ctk";

    /** The kernel's name of a network block device. */
    private static final Pattern NBD_DEVICE = Pattern.compile("nbd\\d{1,4}");

    private static final int LONGEST_ENDING = 6;

    private final WordForms forms;
    private final String raw;
    private final Words words = new Words();
    private int at;

    private WordReader(WordForms forms, String raw) {
        this.forms = forms;
        this.raw = raw;
    }

    /** The words of a text; none for null. */
    static Words read(WordForms forms, String raw) {
        return raw == null ? new Words() : new WordReader(forms, raw).read();
    }

    private Words read() {
        skipFrame();
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (isRun(c)) {
                run();
            } else {
                at++;
                divide(c);
            }
        }
        return words;
    }

    private void divide(char c) {
        switch (c) {
            case '\n' -> newLine();
            case '\\' -> escape();
            case '\u001b' -> skipColour();
            case ':' -> words.divide(isKey() ? Words.CLAUSE : Words.LINK);
            case '.', '!', '?' -> words.divide(endsSentence() ? Words.SENTENCE : Words.CLAUSE);
            case ',', ';', '(', ')', '[', ']', '{', '}', '|' -> words.divide(Words.CLAUSE);
            default -> {
                // blanks, quotes and other signs divide nothing
            }
        }
    }

    /** Whether blanks and a capital letter follow. */
    private boolean endsSentence() {
        int next = at;
        while (next < raw.length() && raw.charAt(next) == ' ') {
            next++;
        }
        return next > at && next < raw.length() && Character.isUpperCase(raw.charAt(next));
    }

    /** Whether the colon stands after the name of a value that tells what something is, not what went wrong with it. */
    private boolean isKey() {
        if (words.size() > 0 && NAMES.contains(words.word(words.size() - 1))) {
            return true;
        }
        boolean quoted = at >= 2 && "\"'".indexOf(raw.charAt(at - 2)) >= 0;
        return quoted && words.size() > 0 && isValue() && !MESSAGES.contains(words.word(words.size() - 1));
    }

    /** Whether what follows looks like a value in JSON. */
    private boolean isValue() {
        int next = at;
        while (next < raw.length() && raw.charAt(next) == ' ') {
            next++;
        }
        return next < raw.length()
                && ("\"'{[\\-".indexOf(raw.charAt(next)) >= 0
                        || Character.isDigit(raw.charAt(next))
                        || raw.startsWith("true", next)
                        || raw.startsWith("false", next)
                        || raw.startsWith("null", next));
    }

    /** A line that goes on in lower case was only wrapped. */
    private void newLine() {
        int next = at;
        while (next < raw.length()
                && (raw.charAt(next) == ' ' || raw.charAt(next) == '\t' || raw.charAt(next) == '\r')) {
            next++;
        }
        boolean wrapped = next < raw.length() && Character.isLowerCase(raw.charAt(next)) && !hasColonSoon(next);
        if (!wrapped) {
            words.divide(Words.LINE);
        }
        skipFrame();
    }

    /** A program's name and a colon begin its next message. */
    private boolean hasColonSoon(int from) {
        int end = Math.min(raw.length(), from + 40);
        for (int index = from; index < end; index++) {
            char c = raw.charAt(index);
            if (c == ':' || c == ' ' || c == '\n') {
                return c == ':';
            }
        }
        return false;
    }

    /** Skips lines such as {@code at a.b.C.d(C.java:12)}. */
    private void skipFrame() {
        boolean skipped = true;
        while (skipped) {
            int start = at;
            while (start < raw.length() && Character.isWhitespace(raw.charAt(start))) {
                start++;
            }
            skipped = raw.startsWith("at ", start) && isFrame(start + 3) || raw.startsWith("File \"", start);
            if (skipped) {
                int end = raw.indexOf('\n', start);
                at = end < 0 ? raw.length() : end;
                words.divide(Words.LINE);
            }
        }
    }

    private boolean isFrame(int start) {
        boolean dotted = false;
        for (int index = start; index < raw.length(); index++) {
            char c = raw.charAt(index);
            if (c == '(') {
                return dotted;
            }
            if (!Character.isLetterOrDigit(c) && "_$./<>@-`".indexOf(c) < 0) {
                return false;
            }
            dotted |= c == '.';
        }
        return false;
    }

    /** After any number of backslashes. */
    private void escape() {
        while (at < raw.length() && raw.charAt(at) == '\\') {
            at++;
        }
        if (at == raw.length()) {
            return;
        }
        char c = raw.charAt(at);
        if (c == 'n' || c == 'r' || c == 't') {
            at++;
            if (c == 'n') {
                newLine();
            }
        } else if (c == 'u' && at + 5 <= raw.length()) {
            at += 5;
        }
    }

    private void skipColour() {
        if (at < raw.length() && raw.charAt(at) == '[') {
            at++;
            while (at < raw.length() && (Character.isDigit(raw.charAt(at)) || raw.charAt(at) == ';')) {
                at++;
            }
            at = Math.min(at + 1, raw.length());
        }
    }

    private static boolean isRun(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '/';
    }

    /** Letters and digits with what belongs to them: hyphens, dots, slashes, at signs, colons before ports. */
    private void run() {
        int start = at;
        boolean digits = false;
        while (at < raw.length() && (isRun(raw.charAt(at)) || isInside(start))) {
            digits |= Character.isDigit(raw.charAt(at));
            at++;
        }
        int end = at;
        if (isNegation(start, end)) {
            return;
        }
        String run = raw.substring(start, end);
        if (forms.isName(run)) {
            forms.addTo(words, raw, start, end);
        } else if (run.contains("://")) {
            url(start, end);
        } else if (run.indexOf('/') >= 0) {
            path(start, end, run);
        } else if (isQuotedName(start, end)
                || isNameOfThing(run)
                || run.indexOf('@') >= 0
                || (run.indexOf('-') >= 0 && run.indexOf('_') >= 0)
                || (digits && (run.indexOf('-') >= 0 || run.indexOf(':') >= 0))) {
            words.add(identifier(run), start, end);
            if (run.endsWith(CHANGES)) {
                words.add(CHANGES.substring(1), end - CHANGES.length() + 1, end);
            }
        } else if (digits && NBD_DEVICE.matcher(run).matches()) {
            words.add("nbd", start, end);
        } else if (run.indexOf('.') >= 0) {
            dotted(start, end, run);
        } else {
            split(start, end, '-');
        }
    }

    /** Whether a sign belongs to the run that it stands in. */
    private boolean isInside(int start) {
        char c = raw.charAt(at);
        if (at == start || at + 1 >= raw.length()) {
            return false;
        }
        char next = raw.charAt(at + 1);
        return switch (c) {
            case '-', '.', '@' -> Character.isLetterOrDigit(next);
            case ':' ->
                raw.startsWith("://", at) || (Character.isDigit(next) && Character.isLetterOrDigit(raw.charAt(at - 1)));
            default -> false;
        };
    }

    /** Reads the rest of such a word as "isn't". */
    private boolean isNegation(int start, int end) {
        boolean negated = end - start > 2
                && raw.charAt(end - 1) == 'n'
                && end + 1 < raw.length()
                && "'\u2019".indexOf(raw.charAt(end)) >= 0
                && raw.charAt(end + 1) == 't';
        if (negated) {
            forms.addTo(words, raw, start, end - start == 3 ? end : end - 1);
            words.add("not", end - 1, end + 2);
            at = end + 2;
        }
        return negated;
    }

    private void url(int start, int end) {
        words.add(ADDRESS, start, start);
        words.add(identifier(raw.substring(raw.indexOf("://", start) + 3, end)), start, end);
        int path = raw.indexOf('/', raw.indexOf("://", start) + 3);
        if (path >= 0 && path < end) {
            segments(path, end);
        }
    }

    /** A word with a hyphen right after what it could be the name of. */
    private boolean isNameOfThing(String run) {
        String before = words.size() == 0 ? "" : words.word(words.size() - 1);
        return run.indexOf('-') > 0 && (NAMED.contains(before) || NAMES.contains(before));
    }

    /** A single word in quotes with a hyphen in it is somebody's name for something. */
    private boolean isQuotedName(int start, int end) {
        return start > 0
                && end < raw.length()
                && "\"'".indexOf(raw.charAt(start - 1)) >= 0
                && raw.charAt(end) == raw.charAt(start - 1)
                && raw.substring(start, end).indexOf('-') >= 0;
    }

    private static String identifier(String run) {
        if (run.endsWith(DATABASE_PORT)) {
            return "mysql";
        }
        if (run.endsWith(SOURCE_PORT)) {
            return "nfc";
        }
        return run.startsWith("127.") || run.startsWith("localhost") ? "localhost" : IDENTIFIER;
    }

    private void path(int start, int end, String run) {
        if (run.charAt(0) == '/' || run.indexOf('/') != run.lastIndexOf('/') || run.indexOf('.') > 0) {
            segments(start, end);
        } else {
            split(start, end, '/');
        }
    }

    /** Each part of a path, without the number at its end. */
    private void segments(int start, int end) {
        int from = start;
        for (int index = start; index <= end; index++) {
            if (index == end || raw.charAt(index) == '/') {
                if (index > from) {
                    int letters = index;
                    while (letters > from && Character.isDigit(raw.charAt(letters - 1))) {
                        letters--;
                    }
                    words.add("/" + raw.substring(from, device(from, letters)).toLowerCase(Locale.ROOT), from, index);
                }
                from = index + 1;
            }
        }
        ending(start, end);
    }

    /** The end of a device's name without the letter that tells it from others of its kind, such as {@code vd} of vdb. */
    private int device(int from, int end) {
        boolean isDisk =
                end - from == 3 && raw.charAt(from + 1) == 'd' && raw.startsWith("/dev/", Math.max(0, from - 5));
        return isDisk ? end - 1 : end;
    }

    private void ending(int start, int end) {
        int dot = raw.lastIndexOf('.', end - 1);
        if (raw.startsWith("-ctk", Math.max(start, dot - 4))) {
            words.add("ctk", dot - 3, dot);
        }
        if (dot > start && end - dot - 1 <= LONGEST_ENDING && raw.indexOf('/', dot) != dot + 1) {
            words.add(raw.substring(dot, end).toLowerCase(Locale.ROOT), dot, end);
        }
    }

    /** A class's name becomes its words; of hosts, versions and files only the ending remains. */
    private void dotted(int start, int end, String run) {
        String first = run.substring(0, run.indexOf('.'));
        String last = run.substring(run.lastIndexOf('.') + 1);
        boolean isClass = Character.isUpperCase(last.charAt(0)) && last.length() > LONGEST_ENDING - 2;
        if (isClass || (ROOTS.contains(first) && last.length() > 4)) {
            split(start, end, '.');
        } else {
            words.add(identifier(run), start, end);
            ending(start, end);
        }
    }

    private void split(int start, int end, char divider) {
        int from = start;
        for (int index = start; index <= end; index++) {
            if (index == end || raw.charAt(index) == divider || raw.charAt(index) == '-') {
                if (index > from) {
                    forms.addTo(words, raw, from, index);
                }
                from = index + 1;
            }
        }
    }
}
