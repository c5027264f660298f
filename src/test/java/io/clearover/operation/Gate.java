package io.clearover.operation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Where a step stays until it is let go. */
final class Gate {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** @throws StepFailure if its thread is interrupted meanwhile */
    void pass() {
        reached.countDown();
        try {
            open.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
    }

    /** As {@link #pass}, deaf to interrupts: what stands still can't be woken. */
    void standStill() {
        reached.countDown();
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(2)).until(() -> open.getCount() == 0);
    }

    boolean isReached() {
        return reached.getCount() == 0;
    }

    void open() {
        open.countDown();
    }
}
