package io.clearover.platform.wire;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.clearover.platform.UnansweredException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tries again what got no answer, for a limited time. The pauses double, and differ by chance so that many who lost the same
 * system do not all come back to it at once. Safe for use by several threads.
 */
@Dependent
public final class Retries {

    /** Asks once. */
    public static final Retries NONE = new Retries(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final double JITTER = 0.25;

    private final RetryPolicy<Object> policy;

    /**
     * @param delay the first pause; more than zero
     * @param maxDelay the longest pause
     * @param maxDuration from the first try to the begin of the last; when not longer than the first pause, there is but one
     */
    @Inject
    public Retries(
            @ConfigProperty(name = "clearover.retry.delay", defaultValue = "PT1S") Duration delay,
            @ConfigProperty(name = "clearover.retry.max-delay", defaultValue = "PT10S") Duration maxDelay,
            @ConfigProperty(name = "clearover.retry.max-duration", defaultValue = "PT1M") Duration maxDuration) {
        this.policy = policy(delay, maxDelay, maxDuration);
    }

    private static RetryPolicy<Object> policy(Duration delay, Duration maxDelay, Duration maxDuration) {
        RetryPolicyBuilder<Object> policy = RetryPolicy.builder().handleIf(Retries::mayBeAnsweredLater);
        if (maxDuration.compareTo(delay) <= 0) {
            return policy.withMaxRetries(0).build();
        }
        RetryPolicyBuilder<Object> paused =
                maxDelay.compareTo(delay) > 0 ? policy.withBackoff(delay, maxDelay) : policy.withDelay(delay);
        return paused.withJitter(JITTER)
                .withMaxRetries(-1)
                .withMaxDuration(maxDuration)
                .build();
    }

    private static boolean mayBeAnsweredLater(Throwable failure) {
        return failure instanceof UnansweredException && !Thread.currentThread().isInterrupted();
    }

    /**
     * Makes a call that does no harm when it is made several times.
     *
     * @param what as a message names it, such as {@code CloudStack listVolumes}
     * @throws UnansweredException the last one, when the time is over; or when the thread is interrupted, whose flag is then
     *     set again
     * @throws io.clearover.platform.PlatformException a definite one, at once
     */
    public <T> T untilAnswered(String what, Supplier<T> call) {
        try {
            return Failsafe.with(policy).get(call::get);
        } catch (FailsafeException interrupted) {
            throw new UnansweredException("interrupted while waiting for %s to complete".formatted(what), interrupted);
        }
    }
}
