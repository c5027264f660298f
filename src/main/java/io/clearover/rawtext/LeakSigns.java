package io.clearover.rawtext;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What tells that a text is technical, each with the name it has in the log. */
public final class LeakSigns {
    private static final String FILE_ENDINGS =
            "go|java|py|rb|php|sh|log|iso|vmdk|qcow2|vhd|conf|cfg|json|xml|ya?ml|so|ko|ml|exe|dll";
    private static final Map<String, Pattern> SIGNS = signs();

    private LeakSigns() {}

    /** The name of the first sign in the text; empty if it is plain. */
    public static Optional<String> firstIn(String text) {
        return SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Pattern> signs() {
        Map<String, Pattern> signs = new LinkedHashMap<>();
        signs.put("an internal word", WordList.pattern(LeakSigns.class, "internal-words.txt"));
        signs.put("a URL", sign("(?i)\\b[a-z][a-z0-9+.-]*://"));
        signs.put("a file path", sign("(?:^|[^\\w/])/[\\w.@-]+/|/dev/|\\b[A-Za-z]:\\\\\\w|\\\\\\\\\\w+"));
        signs.put("a file name", sign("(?i)\\b[\\w-]+\\.(?:" + FILE_ENDINGS + ")\\b"));
        signs.put("a device", sign("\\b(?:[svh]d[a-z]\\d+|[sv]d[a-z]|xvd[a-z]|nbd\\d+|nvme\\d\\w*|dm-\\d+)\\b"));
        signs.put("an IP address", sign("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"));
        signs.put("a hardware or IPv6 address", sign("(?i)(?:[0-9a-f]{1,4}:){3,}[0-9a-f]{0,4}|::1\\b"));
        signs.put("a host name", sign("(?i)\\b[a-z0-9-]+(?:\\.[a-z0-9-]+)+\\.[a-z]{2,}\\b|\\blocalhost\\b"));
        signs.put("a host and port", sign("(?i)\\b[a-z][\\w.-]*:\\d{2,5}\\b"));
        signs.put("an id", sign("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-|\\b[0-9a-f]{24,}\\b"));
        signs.put("an internal name", sign("(?i)\\bctx-\\w|\\bi-\\d+-\\d+-vm\\b"));
        signs.put("an exception", sign("\\b[A-Z]\\w+(?:Exception|Error|Fault)\\b"));
        signs.put("a stack frame", sign("\\bat [\\w$.]+\\(|\\bgoroutine \\d|\\bCaused by:"));
        signs.put("an exit code", sign("(?i)\\bexit(?:ed)?(?: with)?(?: error)? (?:code|status)\\b"));
        signs.put(
                "a secret", sign("(?i)\\b(?:password|passwd|pwd|secret|token|api_?key|signature)\\W{0,3}[=:]\\s*\\S"));
        signs.put("an SQL statement", SqlSign.pattern());
        return signs;
    }

    private static Pattern sign(String pattern) {
        return Pattern.compile(pattern);
    }
}
