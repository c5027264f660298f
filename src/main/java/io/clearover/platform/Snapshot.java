package io.clearover.platform;

/**
 * A snapshot of a volume at the destination.
 *
 * @param state as the platform calls it: Allocated, CreatedOnPrimary, BackingUp, BackedUp, Error
 */
public record Snapshot(String id, String name, String volumeId, String state) {

    /** Whether it is complete, so that the volume can be reverted to it. */
    public boolean complete() {
        return "BackedUp".equalsIgnoreCase(state);
    }
}
