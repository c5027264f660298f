package io.clearover.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * While the database is away, answers a {@link LastGoodAnswer} read as it was answered last to somebody of the same role, with
 * its age in seconds as {@code Age} and a {@code Warning} that it is stale: the appliance's GUI goes blank for good at the first
 * error that lasts some seconds. Older answers than a while are no answers; then, as for what nobody has asked before, it is an
 * error. Only what is asked for without a query is kept, and of that the last thousand. Thread-safe.
 */
@Provider
@LastGoodAnswer
@ApplicationScoped
public class LastGoodAnswerFilter implements ContainerResponseFilter {

    private static final int MOST_KEPT = 1000;

    private static final String STALE = "110 - \"Response is Stale\"";

    private final Clock clock;
    private final Duration longest;
    private final Cache<Asked, Kept> answers;

    /** For the container's proxy; public, because the JAX-RS runtime wants one of providers. */
    public LastGoodAnswerFilter() {
        this(null, Duration.ZERO);
    }

    /** @param longest how old an answer may be; zero to keep none */
    @Inject
    public LastGoodAnswerFilter(
            Clock clock,
            @ConfigProperty(name = "clearover.stale-answers.max-age", defaultValue = "PT2M") Duration longest) {
        this.clock = clock;
        this.longest = longest;
        this.answers = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(longest)
                .build();
    }

    /** @param role the highest of who asks */
    private record Asked(String role, String path) {}

    private record Kept(Object entity, Instant at) {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals(HttpMethod.GET)
                || request.getUriInfo().getRequestUri().getRawQuery() != null) {
            return;
        }
        Asked asked = new Asked(
                role(request.getSecurityContext()),
                request.getUriInfo().getRequestUri().getRawPath());
        if (response.getStatus() == Status.OK.getStatusCode()) {
            answers.put(asked, new Kept(response.getEntity(), clock.instant()));
        } else if (response.getEntity() instanceof Problem problem && problem.hasTypeOf(Problem.DATABASE_AWAY)) {
            Kept kept = answers.getIfPresent(asked);
            if (kept != null) {
                answer(response, kept);
            }
        }
    }

    private static String role(SecurityContext user) {
        return Stream.of(Roles.ADMIN, Roles.OPERATOR)
                .filter(user::isUserInRole)
                .findFirst()
                .orElse(Roles.VIEWER);
    }

    private void answer(ContainerResponseContext response, Kept kept) {
        long age = Math.max(0, Duration.between(kept.at(), clock.instant()).toSeconds());
        response.setStatus(Status.OK.getStatusCode());
        response.setEntity(kept.entity(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        response.getHeaders().putSingle("Age", age);
        response.getHeaders().putSingle("Warning", STALE);
        response.getHeaders().remove(HttpHeaders.RETRY_AFTER);
    }
}
