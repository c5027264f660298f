package io.clearover.signin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token of an {@code Authorization} header (RFC 6750, 2.1). */
final class BearerToken {

    private static final Pattern HEADER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,256}=*) *");

    private static final String SCHEME = "bearer";

    private BearerToken() {}

    /** @param authorization null if there is none */
    static boolean isMeantBy(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The token; empty if it can't be one. */
    static Optional<String> of(String authorization) {
        return Optional.of(HEADER.matcher(authorization))
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }
}
