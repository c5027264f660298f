package io.clearover.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Leaves the host out of a {@code Location} (RFC 9110, 10.2.2): here it is only what the request said of it. */
@Provider
public class RelativeLocationFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, location.getRawPath());
        }
    }
}
