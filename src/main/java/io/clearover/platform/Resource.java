package io.clearover.platform;

/** What a VM takes at the destination. */
public enum Resource {
    VM,
    VOLUME,
    SNAPSHOT,
    /** Of an account: virtual CPUs; of a zone: MHz. */
    CPU,
    /** In MiB. */
    MEMORY,
    /** In bytes. */
    STORAGE
}
