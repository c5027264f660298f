package io.clearover.compat.rest;

import io.clearover.web.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Says a problem in a sentence, as plain text, to who takes anything: the appliance's GUI shows the body of such a refusal as it
 * is. Who asks for JSON, or says nothing, gets the problem document.
 */
@Provider
@PlainRefusal
public class PlainRefusalFilter implements ContainerResponseFilter {

    private static final MediaType PLAIN = MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && takesAnything(request)) {
            response.setEntity(problem.message(), null, PLAIN);
        }
    }

    private static boolean takesAnything(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && (accept.strip().equals(MediaType.WILDCARD) || accept.startsWith(MediaType.TEXT_PLAIN));
    }
}
