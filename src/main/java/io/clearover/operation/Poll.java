package io.clearover.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again and again until there is an answer, for a limited time. */
public final class Poll {

    private Poll() {}

    /**
     * The first answer.
     *
     * @param what what is waited for, for the error
     * @throws StepFailure when the limit has passed or the thread is interrupted
     */
    public static <T> T until(Supplier<Optional<T>> question, Duration interval, Duration limit, String what) {
        return answer(question, interval, limit, what)
                .orElseThrow(() -> new StepFailure("timeout after %s waiting for %s".formatted(limit, what)));
    }

    /**
     * Whether it comes true within the limit; looks once at least.
     *
     * @param what what is waited for, for the error
     * @throws StepFailure when the thread is interrupted
     */
    public static boolean within(Duration limit, BooleanSupplier condition, Duration interval, String what) {
        Supplier<Optional<Boolean>> question =
                () -> Optional.of(condition.getAsBoolean()).filter(is -> is);
        return answer(question, interval, limit, what).isPresent();
    }

    private static <T> Optional<T> answer(
            Supplier<Optional<T>> question, Duration interval, Duration limit, String what) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty() && System.nanoTime() - deadline <= 0) {
            pause(interval, what);
            answer = question.get();
        }
        return answer;
    }

    private static void pause(Duration interval, String what) {
        try {
            TimeUnit.NANOSECONDS.sleep(interval.toNanos());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted: the server was stopped while waiting for " + what);
        }
    }
}
