package io.clearover.platform.http;

import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import java.util.Optional;
import java.util.function.Supplier;

/** A change of which nobody knows whether it was made. For one thread. */
final class UncertainChange<T> {

    /** So many looks, with a pause between them: a change may be on its way and not to be seen yet. */
    private static final int LOOKS_BEFORE_REPEATING = 2;

    private final Supplier<T> act;
    private final Supplier<Optional<T>> look;
    private UnansweredException lost;
    private int looks;
    private boolean unseen = true;

    UncertainChange(Supplier<T> act, Supplier<Optional<T>> look, UnansweredException lost) {
        this.act = act;
        this.look = look;
        this.lost = lost;
    }

    T settle(String what, CallRetry retry) {
        if (Thread.currentThread().isInterrupted()) {
            throw lost;
        }
        try {
            return retry.untilAnswered(what, this::lookOrRepeat);
        } catch (UnansweredException givenUp) {
            if (unseen && !Thread.currentThread().isInterrupted()) {
                return found(look, givenUp);
            }
            throw givenUp;
        }
    }

    private T lookOrRepeat() {
        Optional<T> found = seen();
        if (found.isPresent()) {
            return found.get();
        }
        if (++looks % LOOKS_BEFORE_REPEATING > 0) {
            throw lost;
        }
        return repeated();
    }

    /** While a look fails, in whatever way, nobody knows, and what failed is the change. */
    private Optional<T> seen() {
        unseen = false;
        try {
            return look.get();
        } catch (PlatformException unknown) {
            lost.addSuppressed(unknown);
            throw Thread.currentThread().isInterrupted() ? unknown : lost;
        }
    }

    private T repeated() {
        try {
            return act.get();
        } catch (UnansweredException again) {
            lost = again;
            unseen = true;
            throw again;
        } catch (PlatformException refusal) {
            return found(look, refusal);
        }
    }

    /** What is there after all; otherwise the failure stays one, whatever becomes of the look. */
    static <T> T found(Supplier<Optional<T>> look, PlatformException failure) {
        Optional<T> found;
        try {
            found = look.get();
        } catch (PlatformException unknown) {
            throw failure;
        }
        return found.orElseThrow(() -> failure);
    }
}
