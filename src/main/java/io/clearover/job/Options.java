package io.clearover.job;

/**
 * What a request asks for, where there is a choice; null where the operation has none.
 *
 * @param performFinalSync copy the latest changes first
 * @param skipVirtio start without driver installation
 * @param powerOffSource switch the source VM off first; false only in a live failover whose request says so
 * @param powerOnSource switch the source VM on at the end of a live failover's rollback
 */
public record Options(Boolean performFinalSync, Boolean skipVirtio, Boolean powerOffSource, Boolean powerOnSource) {

    /** Whether the latest changes are copied first: unless the request says no. */
    public boolean wantsFinalSync() {
        return !Boolean.FALSE.equals(performFinalSync);
    }

    /** Whether drivers are installed where the guest needs them: unless the request says no. */
    public boolean wantsDriverInjection() {
        return !Boolean.TRUE.equals(skipVirtio);
    }

    /** The same, but if it says just this of the source VM at the end, it says nothing. */
    public Options withoutPowerOn(boolean said) {
        return powerOnSource != null && powerOnSource == said
                ? new Options(performFinalSync, skipVirtio, powerOffSource, null)
                : this;
    }

    /** The same, where the request doesn't say whether to switch the source VM on; otherwise as it says. */
    public Options orPowerOn(Boolean otherwise) {
        return powerOnSource == null ? new Options(performFinalSync, skipVirtio, powerOffSource, otherwise) : this;
    }
}
