package io.clearover.compat.rest;

import io.clearover.web.Problem;
import io.clearover.web.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Tells who calls what the appliance's own API answers that it lives there, and how such calls get there. Thread-safe. */
@WebFilter(value = "/api/*", asyncSupported = true)
public class ApplianceOwnCallsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> subject = ApplianceOwnCalls.subject(request.getMethod(), request.getRequestURI());
        if (subject.isPresent()) {
            ProblemAnswer.write(response, problem(subject.get()).at(request.getRequestURI()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem problem(String subject) {
        return Problem.of(
                "of-the-appliance",
                "Answered by the appliance's own API",
                HttpServletResponse.SC_NOT_IMPLEMENTED,
                subject
                        + ": the appliance's own API does that, not Clearover. Send this call there, or through the reverse"
                        + " proxy in front of both; docs/beside-an-appliance.md has one.");
    }
}
