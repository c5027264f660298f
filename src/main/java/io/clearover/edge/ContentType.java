package io.clearover.edge;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of a {@code Content-Type} (RFC 9110, 8.3): the container looks into it even for what it refuses. */
final class ContentType {

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final String VALUE = "(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\")";
    private static final Pattern FORM =
            Pattern.compile("\\s*+" + TOKEN + "/" + TOKEN + "(?:\\s*+;\\s*+(?:" + TOKEN + "=" + VALUE + ")?+)*+\\s*+");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*+charset=\"?([^\";\\s]*)");

    private ContentType() {}

    /** @param header null for none */
    static boolean isWellFormed(String header) {
        return header == null || (FORM.matcher(header).matches() && hasKnownCharset(header));
    }

    private static boolean hasKnownCharset(String header) {
        Matcher charset = CHARSET.matcher(header);
        try {
            return !charset.find() || Charset.isSupported(charset.group(1));
        } catch (IllegalCharsetNameException none) {
            return false;
        }
    }
}
