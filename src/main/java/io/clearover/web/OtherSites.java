package io.clearover.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses to change anything for another site's page. The page here sends its sign-in itself; but a browser in which somebody
 * opened an address of the API keeps that sign-in and would add it. Browsers say whose page asks (W3C Fetch Metadata); other
 * clients say nothing.
 */
@Provider
public class OtherSites implements ContainerRequestFilter {

    private static final String ASKED_BY = "Sec-Fetch-Site";
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        String site = request.getHeaderString(ASKED_BY);
        if (site != null && !OWN.contains(site) && !READING.contains(request.getMethod())) {
            throw new ProblemException(Problem.of(
                    "other-site", "Not from there", 403, "Another site's page can't start or change anything here."));
        }
    }
}
