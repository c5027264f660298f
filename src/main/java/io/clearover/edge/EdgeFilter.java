package io.clearover.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Lets through what is meant to be reached; the rest gets a problem document. Thread-safe. */
final class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** As in {@code platform.xml}, for a page that has scripts and styles inside. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; script-src 'self' %s;"
            + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final transient Content content;
    private final String inlineScripts;

    /** @param inlineScripts sources of the policy that let an application's own scripts run inside its page; empty if it has none */
    EdgeFilter(Content content, String inlineScripts) {
        this.content = content;
        this.inlineScripts = inlineScripts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Content.Kind kind = content.at(request);
        if (kind == Content.Kind.NOTHING) {
            refuse(request, response, Refusal.NOT_HERE);
        } else if (kind == Content.Kind.FILE && !READING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(request, response, Refusal.METHOD);
        } else {
            if (!inlineScripts.isEmpty()) {
                response.setHeader(EdgeResponse.POLICY, POLICY.formatted(inlineScripts));
            }
            chain.doFilter(request, new EdgeResponse(response));
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        response.setStatus(refusal.status());
        refusal.headers().forEach(response::setHeader);
        response.getOutputStream().write(refusal.body(request.getRequestURI()));
    }
}
