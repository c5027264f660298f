package io.clearover.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets each user have so many requests under way and no more, so that one can't keep all others waiting, by bodies that never
 * end for instance. Streams of the live feed don't count: how many of them a user may have is said there.
 */
@WebFilter(value = "/api/*", asyncSupported = true)
public class UserRequestLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Problem TOO_MANY = Problem.of(
            "too-many-requests",
            "Too many requests at once",
            429,
            "Wait for the answers to your other requests, then try again.");

    private final int most;

    /** Of those who have any; whoever has none is not here. */
    private final transient Map<String, Integer> underWay = new ConcurrentHashMap<>();

    /** @param most requests of one user under way at once */
    @Inject
    public UserRequestLimitFilter(
            @ConfigProperty(name = "clearover.requests.max-per-user", defaultValue = "32") int most) {
        this.most = most;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isStream(request)) {
            chain.doFilter(request, response);
            return;
        }
        Principal user = request.getUserPrincipal();
        String name = user == null ? "" : user.getName();
        try {
            if (underWay.merge(name, 1, Integer::sum) > most) {
                response.setHeader("Retry-After", "1");
                ProblemAnswer.write(response, TOO_MANY.at(request.getRequestURI()));
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            underWay.computeIfPresent(name, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    private static boolean isStream(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().endsWith("/events");
    }
}
