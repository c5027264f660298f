package io.clearover.web;

import com.google.re2j.Pattern;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Refuses wishes of a request to the API that aren't what RFC 9110 makes of them, and bodies that are coded or too large for
 * whatever would read them. Later on they would be an error of ours.
 */
@WebFilter(value = "/api/*", asyncSupported = true)
public class RequestHeaderFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]+";
    private static final String NAME_BUT_Q = "(?:[\\w!#$%&'*+.^`|~-]{2,}|[0-9A-PR-Za-pr-z_!#$%&'*+.^`|~-])";
    private static final String VALUE = "(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\")";
    private static final String WEIGHT = "(?:\\s*;\\s*[qQ]=(?:0?\\.\\d{1,3}|0\\.?|1(?:\\.0{0,3})?))";
    private static final String PARAMETER_BUT_Q = "(?:\\s*;\\s*(?:" + NAME_BUT_Q + "=" + VALUE + ")?)";
    private static final String TYPE = TOKEN + "/" + TOKEN;

    /** A lone star and a weight without a zero are no such ranges, but are what Java's own client sends. */
    private static final String RANGE = "(?:" + TYPE + "|\\*)" + "(?:" + WEIGHT + "|" + PARAMETER_BUT_Q + ")*";

    private static final String LANGUAGE = "(?:\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)" + WEIGHT + "?";

    private static final Map<String, Pattern> FORMS =
            Map.of(HttpHeaders.ACCEPT, listOf(RANGE), HttpHeaders.ACCEPT_LANGUAGE, listOf(LANGUAGE));

    private static Pattern listOf(String element) {
        String possible = "\\s*(?:" + element + ")?\\s*";
        return Pattern.compile(possible + "(?:," + possible + ")*");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> problem = malformed(request).or(() -> unreadableBody(request));
        if (problem.isPresent()) {
            ProblemAnswer.write(response, problem.get().at(request.getRequestURI()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Problem> malformed(HttpServletRequest request) {
        return FORMS.entrySet().stream()
                .filter(form -> isMalformed(request, form))
                .findFirst()
                .map(form -> Problem.of(
                        "bad-request",
                        "The request can't be read",
                        400,
                        "The header %s is malformed. See /openapi/ui.".formatted(form.getKey())));
    }

    private static boolean isMalformed(HttpServletRequest request, Entry<String, Pattern> form) {
        return Collections.list(request.getHeaders(form.getKey())).stream()
                .anyMatch(value -> !form.getValue().matcher(value).matches());
    }

    private static Optional<Problem> unreadableBody(HttpServletRequest request) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            return Optional.of(Problem.of(
                    "content-coding", "A coded body", 415, "Send the body as it is, without Content-Encoding."));
        }
        return request.getContentLengthLong() > BodyLimits.BATCH.bytes()
                ? Optional.of(StatusProblems.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE))
                : Optional.empty();
    }
}
