package io.clearover.lab.state;

import java.util.HashMap;
import java.util.Map;

/** An asynchronous job of the destination. It ends by the clock, so that a restart of the lab changes nothing. */
public class Job {
    public static final int RUNNING = 0;
    public static final int SUCCEEDED = 1;
    public static final int FAILED = 2;

    public String id;
    /** The API command that started it. */
    public String command;
    /** VirtualMachine, Volume or Snapshot. */
    public String instanceType;

    public String instanceId;
    /** Name of the source VM that it is done for; null for none. */
    public String sourceVm;
    /** What is to go wrong with it: name of a fault's kind; null for nothing. */
    public String fate;
    /** What the command needs to remember until the job ends. */
    public Map<String, String> arguments = new HashMap<>();

    public long createdAt;
    /** When it ends. */
    public long dueAt;

    public int status;
    public int errorCode;
    public String errorText;
    /** The answer's {@code jobresult} when it succeeded. */
    public Map<String, Object> result;
}
