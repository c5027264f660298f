package io.clearover.operation;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.clearover.database.DatabaseAway;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Runs what needs the database, again and again until the database is back: an operation waits rather than going on
 * without its record. What is given here may be done twice. Thread-safe.
 */
@ApplicationScoped
public class DatabaseRetry {

    private static final Logger LOG = Logger.getLogger(DatabaseRetry.class.getName());

    private static final RetryPolicy<Object> UNTIL_BACK = RetryPolicy.builder()
            .handleIf(DatabaseAway::caused)
            .withBackoff(Duration.ofMillis(250), Duration.ofSeconds(5))
            .withJitter(0.2)
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofHours(1))
            .onRetry(event -> LOG.warning(() ->
                    "waiting for the database: " + event.getLastException().getMessage()))
            .build();

    /** @throws RuntimeException what is thrown for other reasons, and when the database is away for more than an hour */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    /** As {@link #run(Runnable)}, with a result. */
    public <T> T run(Supplier<T> work) {
        try {
            return Failsafe.with(UNTIL_BACK).get(work::get);
        } catch (FailsafeException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted: the server was stopped while waiting for the database");
        }
    }
}
