package io.clearover.signin;

import java.time.Duration;

/**
 * What became of a try to sign in.
 *
 * @param retryAfter when the next may be made; zero if this one was
 */
record Outcome(boolean accepted, Duration retryAfter) {

    static final Outcome ACCEPTED = new Outcome(true, Duration.ZERO);
    static final Outcome REFUSED = new Outcome(false, Duration.ZERO);

    static Outcome wait(Duration retryAfter) {
        return new Outcome(false, retryAfter);
    }

    boolean mustWait() {
        return !retryAfter.isZero();
    }
}
