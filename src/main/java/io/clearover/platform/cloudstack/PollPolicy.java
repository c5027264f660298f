package io.clearover.platform.cloudstack;

import io.clearover.platform.PlatformException;
import io.clearover.platform.http.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How long to wait for something that CloudStack does in its own time.
 *
 * @param interval from one look to the next
 * @param limit for all of it
 */
record PollPolicy(Duration interval, Duration limit) {

    /**
     * Looks at once and then at every interval, until there is something.
     *
     * @param awaited what is waited for, as a message names it
     * @throws PlatformException when the limit has passed or the thread is interrupted (its flag is then set again)
     */
    <T> T await(String awaited, Supplier<Optional<T>> look) {
        long started = System.nanoTime();
        Optional<T> seen = look.get();
        while (seen.isEmpty()) {
            if (System.nanoTime() - started >= limit.toNanos()) {
                throw new PlatformException(
                        "timeout waiting for %s to complete after %s".formatted(awaited, DurationText.of(limit)));
            }
            pause(awaited);
            seen = look.get();
        }
        return seen.get();
    }

    /**
     * Looks until what there is has come to rest.
     *
     * @param awaited what is waited for, as a message names it
     * @param passing whether it is in a state that it only passes through
     * @return what there is then; empty when there is nothing
     */
    <T> Optional<T> settled(String awaited, Supplier<Optional<T>> look, Predicate<T> passing) {
        return await(awaited, () -> {
            Optional<T> seen = look.get();
            return seen.filter(passing).isPresent() ? Optional.empty() : Optional.of(seen);
        });
    }

    private void pause(String awaited) {
        try {
            Thread.sleep(interval.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted while waiting for %s to complete".formatted(awaited), e);
        }
    }
}
