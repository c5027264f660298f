package io.clearover.platform.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tries again what got no answer, or was refused for the moment, for a limited time each. The pauses double, and differ by
 * chance so that many who lost the same system do not all come back to it at once. Safe for use by several threads.
 */
@Dependent
public final class CallRetry {

    /** Asks once. */
    public static final CallRetry NONE = new CallRetry(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final Logger LOG = Logger.getLogger(CallRetry.class.getName());
    private static final double JITTER = 0.25;

    private final RetryPolicy<Object> unanswered;
    private final RetryPolicy<Object> busy;

    /**
     * @param delay the first pause; more than zero
     * @param maxDelay the longest pause
     * @param maxDuration from the first try to the begin of the last; when not longer than the first pause, there is but one
     * @param maxBusyDuration the same for what is refused for the moment: longer, as other work there may take its time
     */
    @Inject
    public CallRetry(
            @ConfigProperty(name = "clearover.retry.delay", defaultValue = "PT1S") Duration delay,
            @ConfigProperty(name = "clearover.retry.max-delay", defaultValue = "PT10S") Duration maxDelay,
            @ConfigProperty(name = "clearover.retry.max-duration", defaultValue = "PT1M") Duration maxDuration,
            @ConfigProperty(name = "clearover.retry.max-busy-duration", defaultValue = "PT30M")
                    Duration maxBusyDuration) {
        this.unanswered = policy(UnansweredException.class::isInstance, delay, maxDelay, maxDuration);
        this.busy = policy(CallRetry::isBusy, delay, maxDelay, maxBusyDuration);
    }

    /** What is refused for the moment is tried for as long as what gets no answer. */
    public CallRetry(Duration delay, Duration maxDelay, Duration maxDuration) {
        this(delay, maxDelay, maxDuration, maxDuration);
    }

    private static RetryPolicy<Object> policy(
            Predicate<Throwable> passing, Duration delay, Duration maxDelay, Duration maxDuration) {
        RetryPolicyBuilder<Object> policy = RetryPolicy.builder()
                .handleIf((Throwable failure) ->
                        passing.test(failure) && !Thread.currentThread().isInterrupted());
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

    private static boolean isBusy(Throwable failure) {
        return failure instanceof PlatformException refusal && refusal.isBusy();
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
        return patiently(what, () -> Failsafe.with(unanswered).get(call::get));
    }

    /**
     * Makes a call until it is not refused for the moment.
     *
     * @param what as {@link #untilAnswered}
     * @param beforeAgain runs before each try but the first; what it throws ends the tries
     * @throws io.clearover.platform.PlatformException the last refusal, when the time is over; any other, at once
     */
    public <T> T whileBusy(String what, Runnable beforeAgain, Supplier<T> call) {
        return patiently(what, () -> Failsafe.with(busy).get(tries -> {
            if (tries.getAttemptCount() == 1) {
                LOG.info(() -> what + " was refused for the moment and is tried again");
            }
            if (tries.isRetry()) {
                beforeAgain.run();
            }
            return call.get();
        }));
    }

    private static <T> T patiently(String what, Supplier<T> tries) {
        try {
            return tries.get();
        } catch (FailsafeException interrupted) {
            throw new UnansweredException("interrupted while waiting for %s to complete".formatted(what), interrupted);
        }
    }
}
