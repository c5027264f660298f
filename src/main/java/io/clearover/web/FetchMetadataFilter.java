package io.clearover.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses to change anything for another site's page. The page here sends its sign-in itself; but a browser in which somebody
 * opened an address of the API keeps that sign-in and would add it. A page can send without asking only what a form can, so
 * each change wants JSON, or a header of its own ({@code X-Requested-With}), which a browser sends to another site only if
 * that allows it; none is allowed here. Browsers also say whose page asks, in {@code Origin}, and where the connection is
 * safe in {@code Sec-Fetch-Site} (Fetch standard; W3C Fetch Metadata). Other clients say nothing.
 */
@Provider
public class FetchMetadataFilter implements ContainerRequestFilter {

    private static final String ASKED_BY = "Sec-Fetch-Site";
    private static final String OWN_HEADER = "X-Requested-With";
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final OwnOrigin origin;

    /** For the container's proxy; public, because the JAX-RS runtime wants one of providers. */
    public FetchMetadataFilter() {
        this(null);
    }

    @Inject
    public FetchMetadataFilter(OwnOrigin origin) {
        this.origin = origin;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        if (isFromAnotherSite(request)) {
            throw new ProblemException(Problem.of(
                    "other-site", "Not from there", 403, "Another site's page can't start or change anything here."));
        }
        if (!isJson(request.getMediaType()) && request.getHeaderString(OWN_HEADER) == null) {
            throw new ProblemException(
                    Problem.of(
                            "content-type",
                            "Not JSON",
                            415,
                            "Send the body as Content-Type application/json; where there is none, that or a header X-Requested-With."));
        }
    }

    private boolean isFromAnotherSite(ContainerRequestContext request) {
        String site = request.getHeaderString(ASKED_BY);
        String from = request.getHeaderString("Origin");
        return (site != null && !OWN.contains(site))
                || (from != null && !origin.is(from, request.getHeaderString(HttpHeaders.HOST)));
    }

    private static boolean isJson(MediaType type) {
        return type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && !type.isWildcardSubtype();
    }
}
