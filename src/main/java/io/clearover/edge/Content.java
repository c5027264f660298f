package io.clearover.edge;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.net.MalformedURLException;
import java.util.Set;

/** What is meant to be at an application's addresses. What isn't is not there, whatever the container would make of it. */
interface Content {

    Set<String> READING = Set.of("GET", "HEAD");

    /** Whether something is at the address. */
    boolean has(HttpServletRequest request);

    /** Whether that takes any method, and says itself which; all else can be read alone. */
    default boolean takesAnyMethod(HttpServletRequest request) {
        return false;
    }

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
        public boolean has(HttpServletRequest request) {
            return paths.contains(path(request));
        }
    }

    /** An application of files and of servlets, which say themselves what they take. */
    record Files(ServletContext application) implements Content {

        private static final Set<MappingMatch> OF_A_SERVLET = Set.of(MappingMatch.EXACT, MappingMatch.PATH);

        @Override
        public boolean has(HttpServletRequest request) {
            String path = path(request);
            return takesAnyMethod(request) || path.isEmpty() || path.equals("/") || isFile(path);
        }

        @Override
        public boolean takesAnyMethod(HttpServletRequest request) {
            MappingMatch match = request.getHttpServletMapping().getMappingMatch();
            return match != null && OF_A_SERVLET.contains(match) && !isFile(path(request));
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
