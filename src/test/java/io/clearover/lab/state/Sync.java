package io.clearover.lab.state;

import java.util.ArrayList;
import java.util.List;

/** A replication of one VM; where it stands follows from the time that has passed. */
public class Sync {
    public String jobId;
    public String vmName;
    public List<String> volumeIds = new ArrayList<>();
    public long startedAt;
    public long dueAt;
    public long totalBytes;
    public String previousChangeId;
    public String changeId;
    /** Whether it will fail half-way when it is due. */
    public boolean doomed;
    /** Whether it failed, and has left the volumes half as they were. */
    public boolean failed;
    /** Whether what it brought is on the volumes. */
    public boolean applied;
}
