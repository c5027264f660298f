package io.clearover.lab.watch;

/**
 * A volume of the destination.
 *
 * @param id         its id
 * @param name       its name
 * @param state      its state as the platform calls it; Ready when nothing is done to it
 * @param attachedTo name of the VM that it is attached to; null for none
 * @param deviceId   its device there; null when attached to none
 * @param clean      whether nothing was written on it but what replication brought
 */
public record Disk(String id, String name, String state, String attachedTo, Integer deviceId, boolean clean) {

    String text() {
        String place =
                attachedTo == null ? "attached to nothing" : "at %s as device %d".formatted(attachedTo, deviceId);
        return "%s, %s, %s".formatted(place, state, clean ? "clean" : "written on");
    }
}
