package io.clearover.signin;

import java.time.Duration;

/**
 * What became of a try to sign in.
 *
 * @param retryAfter when the next may be made; zero if this one was
 */
record SignInResult(boolean accepted, Duration retryAfter) {

    static final SignInResult ACCEPTED = new SignInResult(true, Duration.ZERO);
    static final SignInResult REFUSED = new SignInResult(false, Duration.ZERO);

    static SignInResult wait(Duration retryAfter) {
        return new SignInResult(false, retryAfter);
    }

    boolean mustWait() {
        return !retryAfter.isZero();
    }
}
