package io.clearover.lab.site;

import java.time.Duration;

/**
 * How long work takes.
 *
 * @param pace how fast the lab's time runs
 */
public record Timing(Pace pace) {

    /** How many times longer everything takes for a slow VM: its whole failover is about a minute. */
    private static final double SLOW_FACTOR = 5.5;

    /**
     * The time that work takes.
     *
     * @param sourceVm name of the source VM it is done for; null for none
     * @param seconds  how long it takes at pace 1 for a VM that is not slow
     */
    public Duration time(String sourceVm, double seconds) {
        boolean slow = Fleet.named(sourceVm)
                .filter(vm -> vm.behaviour() == Behaviour.SLOW)
                .isPresent();
        return pace.of(slow ? seconds * SLOW_FACTOR : seconds);
    }
}
