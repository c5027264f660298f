package io.clearover.edge;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.net.URI;

/**
 * The answer of an application. Its content security policy is the server's (see {@code platform.xml}), never a laxer one of
 * an application's own; and it sends nobody to the host that a request named.
 */
final class EdgeResponse extends HttpServletResponseWrapper {

    static final String POLICY = "Content-Security-Policy";

    EdgeResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!POLICY.equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!POLICY.equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendRedirect(String location) {
        setStatus(SC_FOUND);
        super.setHeader("Location", URI.create(location).getRawPath());
    }
}
