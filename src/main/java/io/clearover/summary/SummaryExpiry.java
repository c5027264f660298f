package io.clearover.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes summaries that nobody needs any more. The jobs themselves stay. Thread-safe; several servers may do it at once. */
@ApplicationScoped
public class SummaryExpiry {

    private static final Logger LOG = Logger.getLogger(SummaryExpiry.class.getName());

    private static final Duration LEAST_AGE = Duration.ofDays(7);

    private final ExpiryBatch batch;
    private final Clock clock;
    private final Duration maxAge;

    SummaryExpiry() {
        this(null, null, LEAST_AGE);
    }

    /**
     * @param maxAge how long a summary is kept
     * @throws IllegalArgumentException if it is less than 7 days: failed operations stay visible that long
     */
    @Inject
    public SummaryExpiry(
            ExpiryBatch batch,
            Clock clock,
            @ConfigProperty(name = "clearover.summary.max-age", defaultValue = "P30D") Duration maxAge) {
        if (maxAge.compareTo(LEAST_AGE) < 0) {
            throw new IllegalArgumentException("clearover.summary.max-age is %s: give at least P%dD (%d days)"
                    .formatted(maxAge, LEAST_AGE.toDays(), LEAST_AGE.toDays()));
        }
        this.batch = batch;
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** Makes sure that the configuration was read and is good. */
    public Duration maxAge() {
        return maxAge;
    }

    /** Removes all summaries that are too old, in small batches. Returns how many. */
    public int expire() {
        Instant before = clock.instant().minus(maxAge).truncatedTo(ChronoUnit.SECONDS);
        int all = 0;
        for (int expired = batch.expire(before); expired > 0; expired = batch.expire(before)) {
            all += expired;
        }
        int removed = all;
        LOG.fine(() -> "expired %d summaries from before %s".formatted(removed, before));
        return all;
    }
}
