package io.clearover.edge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The form of a request's address, as RFC 3986 has it, without control characters and what leads above the root. */
final class Address {

    /**
     * An encoded dot, slash, backslash or hash; a parameter of an empty segment or of dots: what Jakarta Servlet 6.0 calls
     * suspicious, and a container refuses. And an encoded letter or digit, which nobody needs, but which makes the container
     * take one address for another of the same meaning and another length.
     */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(?i)%(?:2e|2f|5c|23|3[0-9]|[46][1-9a-f]|[57][0-9a])|/\\.{0,2};");

    /**
     * An address of the API that has the name of a VM in it, as a client has to encode it: a slash, backslash or hash is no more
     * than a part of the name there, unless what is between them leads elsewhere.
     */
    private static final Pattern WITH_NAME =
            Pattern.compile("/api/v1/(?:(?:vm-contexts|network-mappings)/([^/]+)|failover/([^/]+)/cleanup-failed)");

    private static final Pattern SEPARATOR_IN_NAME = Pattern.compile("(?i)%(?:2f|5c|23)");

    private static final Pattern DOTS_IN_NAME = Pattern.compile("(?i)(?:^|%2f|%5c|/)(?:\\.{1,2}(?:$|%2f|%5c|/|;)|;)");

    /** What is decoded from bytes that are no UTF-8. */
    private static final char NO_CHARACTER = '\uFFFD';

    private static final Pattern HOST = Pattern.compile("(?:[\\w.-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    private Address() {}

    /**
     * @param path as it was sent, encoded
     * @param query as it was sent, encoded; null if there is none
     */
    static boolean isWellFormed(String path, String query) {
        try {
            URI uri = new URI("http://here" + path + (query == null ? "" : "?" + query));
            return path.startsWith("/")
                    && uri.getRawFragment() == null
                    && !AMBIGUOUS.matcher(withoutName(uri.getRawPath())).find()
                    && isPlain(uri.getPath())
                    && !leavesRoot(uri.getPath());
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /**
     * Whether it can be a host and a port (RFC 9110, 7.2).
     *
     * @param host as in {@code Host}; null or empty for none
     */
    static boolean isHost(String host) {
        return host == null || host.isEmpty() || HOST.matcher(host).matches();
    }

    /** The path with what is encoded in a name put plainly, where there is one and it can be taken for nothing else. */
    private static String withoutName(String path) {
        return WITH_NAME.matcher(path).matches()
                        && !DOTS_IN_NAME.matcher(path.substring(1)).find()
                ? SEPARATOR_IN_NAME.matcher(path).replaceAll("_")
                : path;
    }

    private static boolean isPlain(String decoded) {
        return decoded.chars().noneMatch(c -> Character.isISOControl(c) || c == NO_CHARACTER);
    }

    private static boolean leavesRoot(String path) {
        int depth = 0;
        for (String segment : path.split("/")) {
            depth += depthOf(segment.strip());
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static int depthOf(String segment) {
        return switch (segment) {
            case "", "." -> 0;
            case ".." -> -1;
            default -> 1;
        };
    }
}
