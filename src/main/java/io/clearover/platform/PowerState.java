package io.clearover.platform;

/** Whether a VM at the source runs. */
public enum PowerState {
    POWERED_ON,
    POWERED_OFF,
    SUSPENDED
}
