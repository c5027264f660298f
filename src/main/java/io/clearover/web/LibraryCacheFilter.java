package io.clearover.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers keep the page's libraries, whose addresses have a version. They keep nothing else (see {@code platform.xml}):
 * the page's own files all have the build's fixed time, so a browser could not see that a newer release has another.
 */
@WebFilter("/webjars/*")
public class LibraryCacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "max-age=31536000, immutable");
        chain.doFilter(request, response);
    }
}
