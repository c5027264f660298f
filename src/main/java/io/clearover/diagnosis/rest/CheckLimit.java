package io.clearover.diagnosis.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many checks a user may still ask for: each asks all systems some questions. They come back with time. Memory is bounded:
 * who did not ask for an hour is forgotten. Thread-safe.
 */
@ApplicationScoped
public class CheckLimit {

    private static final int MOST_REMEMBERED = 10_000;

    private final int most;
    private final Duration pause;
    private final Cache<String, Bucket> users = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    CheckLimit() {
        this(1, Duration.ofSeconds(1));
    }

    /**
     * @param most of one user at once
     * @param pause after which there may be one more
     */
    @Inject
    public CheckLimit(
            @ConfigProperty(name = "clearover.check.max-per-user", defaultValue = "30") int most,
            @ConfigProperty(name = "clearover.check.pause", defaultValue = "PT2S") Duration pause) {
        this.most = most;
        this.pause = pause;
    }

    /** Takes one of a user's; zero if there was one, else when to come again. */
    public Duration take(String user) {
        Bucket bucket = users.get(user, name -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(1, pause))
                .build());
        return bucket.tryConsume(1)
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }
}
