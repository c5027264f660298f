package io.clearover.platform;

/**
 * A volume at the destination.
 *
 * @param type ROOT or DATADISK
 * @param state as the platform calls it: Allocated, Ready, Attaching…
 * @param attachedTo the id of the VM that it is attached to, null when it is detached
 * @param deviceId its position at that VM, 0 for the root disk; null when it is detached
 */
public record Volume(String id, String name, String type, String state, String attachedTo, Integer deviceId) {

    public boolean root() {
        return "ROOT".equalsIgnoreCase(type);
    }

    public boolean isAttachedTo(String vmId) {
        return attachedTo != null && attachedTo.equals(vmId);
    }

    public boolean detached() {
        return attachedTo == null;
    }
}
