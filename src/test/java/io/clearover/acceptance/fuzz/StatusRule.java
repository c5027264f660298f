package io.clearover.acceptance.fuzz;

import java.util.Optional;
import java.util.Set;

/** No request makes the server fail. Three kinds of answers above 500 are no failures. */
final class StatusRule implements Rule {

    /** For a transfer coding, a version or a method that it doesn't know: RFC 9110 and 9112 want these. */
    private static final Set<Integer> NOT_OUR_HTTP = Set.of(501, 505);

    /** Those that a server may be expected to know; CONNECT is for proxies. */
    private static final Set<String> KNOWN_METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");

    /** Says that so many clients listen to the live feed that no more can; nothing else here makes it full. */
    private static final String FEED_IS_FULL = "/problems/too-many-listeners";

    /** Says that the appliance's own API answers that. */
    private static final String NOT_HERE = "/problems/of-the-appliance";

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        boolean fine = answer.status() < 500
                || (NOT_OUR_HTTP.contains(answer.status()) && isNotOurHttp(sent))
                || (answer.status() == 501 && answer.text().contains(NOT_HERE))
                || (answer.status() == 503 && answer.text().contains(FEED_IS_FULL));
        return fine ? Optional.empty() : Optional.of("the server failed");
    }

    private static boolean isNotOurHttp(Sent sent) {
        return !sent.excuses().isEmpty() || !KNOWN_METHODS.contains(sent.firstWord());
    }
}
