package io.clearover.lab.watch;

/**
 * A snapshot of a volume.
 *
 * @param id     its id
 * @param name   its name
 * @param volume name of its volume
 * @param state  its state as the platform calls it; BackedUp when it is good
 */
public record Shot(String id, String name, String volume, String state) {}
