package io.clearover.lab.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fault that waits for its calls, and counts them, also after it was cleared. Thread safe. */
public final class ArmedFault {

    private final Fault fault;
    private final CountDownLatch over = new CountDownLatch(1);
    private int seen;
    private int fired;

    ArmedFault(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** How many calls matched, also those that went well. */
    public synchronized int seen() {
        return seen;
    }

    /** How often it made a call go wrong. */
    public synchronized int fired() {
        return fired;
    }

    /** Whether it was cleared. */
    public boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits for the fault's delay, or until it is cleared. */
    public void delay() {
        pause(fault.delay());
    }

    /** Waits so long, or until it is cleared. */
    public void pause(Duration duration) {
        try {
            over.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is cleared. */
    public void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        over.countDown();
    }

    /** Counts a matching call. */
    synchronized void see() {
        seen++;
    }

    /** Whether the call that was counted last is to go wrong. */
    synchronized boolean fires() {
        boolean fires = seen > fault.after() && (fault.times() == 0 || fired < fault.times());
        fired += fires ? 1 : 0;
        return fires;
    }
}
