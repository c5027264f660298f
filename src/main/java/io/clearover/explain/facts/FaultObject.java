package io.clearover.explain.facts;

import java.util.Locale;

/** What a fault is about. */
public enum FaultObject {
    VM,
    /** A volume or virtual disk. */
    DISK,
    /** A snapshot of a volume or a VM. */
    SNAPSHOT,
    /** A network, network adapter, address or network mapping. */
    NETWORK,
    TEMPLATE,
    OFFERING,
    ZONE,
    HOST,
    /** A storage pool, datastore or file share. */
    STORAGE,
    /** Processors, memory, disk space, quotas, addresses. */
    CAPACITY,
    /** A user, password, key or token. */
    CREDENTIALS,
    PERMISSION,
    CERTIFICATE,
    /** A service that should answer. */
    SERVICE,
    DATABASE,
    DRIVER_PACKAGE,
    /** A program that the appliance uses, such as the driver tool. */
    TOOL,
    OPERATING_SYSTEM,
    FILE_SYSTEM,
    /** What an operating system starts from. */
    BOOT,
    CHANGE_TRACKING,
    /** Another job, a lock, a run that was cancelled or interrupted. */
    OPERATION,
    /** A configured value. */
    SETTING,
    /** A parameter that was sent. */
    REQUEST,
    LICENCE,
    /** A fault in software. */
    PROGRAM;

    /** The name in JSON: lower case. */
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
