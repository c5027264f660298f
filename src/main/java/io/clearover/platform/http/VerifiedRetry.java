package io.clearover.platform.http;

import io.clearover.platform.CallPermit;
import io.clearover.platform.PlatformException;
import io.clearover.platform.UnansweredException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Changes something at an outside system once, though answers may get lost: what got none is looked for, and repeated only
 * when it has not been done. A refusal is looked at too, because what is refused may be what an earlier try has done. What is
 * refused for the moment is tried again.
 *
 * <p>Looks are expected to be patient by themselves: to be repeated until they are answered, and to wait until nothing is
 * under way any more. Safe for use by several threads.
 */
public final class VerifiedRetry {

    private final CallRetry retry;
    private final CallPermit permit;

    public VerifiedRetry(CallRetry retry) {
        this(retry, CallPermit.ALWAYS);
    }

    /** @param permit told before a change, and asked before each try of what was refused for the moment */
    public VerifiedRetry(CallRetry retry, CallPermit permit) {
        this.retry = retry;
        this.permit = permit;
    }

    /**
     * @param what as a message names it, such as {@code CloudStack attachVolume}
     * @param act makes the change
     * @param look what the change was to bring about; empty when it is not there
     * @return what one of the two gave
     * @throws PlatformException the refusal, at once, when the look finds nothing; or what got no answer or was refused for
     *     the moment, when the time is over
     */
    public <T> T once(String what, Supplier<T> act, Supplier<Optional<T>> look) {
        permit.beforeChange();
        return retry.whileBusy(what, permit::awaitAnotherTry, () -> tried(what, act, look));
    }

    private <T> T tried(String what, Supplier<T> act, Supplier<Optional<T>> look) {
        try {
            return act.get();
        } catch (UnansweredException lost) {
            return new UncertainChange<>(act, look, lost).settle(what, retry);
        } catch (PlatformException refusal) {
            return UncertainChange.found(look, refusal);
        }
    }

    /** The same for a change that gives nothing back. */
    public void once(String what, Runnable act, BooleanSupplier done) {
        once(
                what,
                () -> {
                    act.run();
                    return true;
                },
                () -> Optional.of(true).filter(yes -> done.getAsBoolean()));
    }
}
