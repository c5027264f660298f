package io.clearover.edge;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.net.MalformedURLException;
import java.util.Set;

/** What is meant to be at an application's addresses. What isn't is not there, whatever the container would make of it. */
interface Content {

    /** What is at an address: nothing, what can only be read, or a servlet, which says itself which methods it takes. */
    enum Kind {
        NOTHING,
        FILE,
        SERVLET
    }

    Kind at(HttpServletRequest request);

    /** By the context root, which the server's own have fixed; any other application has files and servlets. */
    static Content of(ServletContext application) {
        return switch (application.getContextPath()) {
            case "/health" -> new Fixed(Set.of("", "/", "/ready", "/live", "/started"));
            case "/openapi" -> new Fixed(Set.of("", "/"));
            default -> new Files(application);
        };
    }

    /** The path below the context root, decoded. */
    private static String path(HttpServletRequest request) {
        String below = request.getPathInfo();
        return request.getServletPath() + (below == null ? "" : below);
    }

    /** An application of a few addresses. */
    record Fixed(Set<String> paths) implements Content {

        @Override
        public Kind at(HttpServletRequest request) {
            return paths.contains(path(request)) ? Kind.FILE : Kind.NOTHING;
        }
    }

    /** An application of files and of servlets. */
    record Files(ServletContext application) implements Content {

        @Override
        public Kind at(HttpServletRequest request) {
            MappingMatch match = request.getHttpServletMapping().getMappingMatch();
            String path = path(request);
            if (match == MappingMatch.PATH) {
                return Kind.SERVLET;
            }
            if (path.isEmpty() || path.equals("/") || isFile(path)) {
                return Kind.FILE;
            }
            return match == MappingMatch.EXACT ? Kind.SERVLET : Kind.NOTHING;
        }

        private boolean isFile(String path) {
            try {
                return !path.endsWith("/") && !isFolder(path) && application.getResource(path) != null;
            } catch (MalformedURLException none) {
                return false;
            }
        }

        private boolean isFolder(String path) {
            Set<String> inside = application.getResourcePaths(path);
            return inside != null && !inside.isEmpty();
        }
    }
}
