package io.clearover.lab.state;

/** A snapshot of a volume, with what was on the volume then. */
public class Snapshot {
    public String id;
    public String name;
    public String volumeId;
    /** BackingUp, then BackedUp. */
    public String state;

    public String content;
    public boolean converted;
    public long createdAt;
}
