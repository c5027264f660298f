package io.clearover.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers keep the page's libraries, whose addresses have a version. But for these and the page's own files at addresses
 * with their hash ({@link AssetServlet}) they keep nothing (see {@code platform.xml}).
 */
@WebFilter("/webjars/*")
public class LibraryCacheFilter extends HttpFilter {

    /** What stands at an address is there as it is for good. */
    static final String FOR_A_YEAR = "max-age=31536000, immutable";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", FOR_A_YEAR);
        chain.doFilter(request, response);
    }
}
