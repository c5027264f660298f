package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.State;

/** A command whose work ends later. Its two halves share nothing but the job, so that a restart may come between. */
interface AsyncCommand {

    /** Checks the request and marks what is being worked on; may throw {@link ApiError} before changing anything. */
    Work begin(Request request);

    /** Does the work, when its time has come; the answer is the job's result. May throw {@link ApiError}. */
    Document finish(State state, Job job);

    /** What the work is done to, before it is done: the same text for the same thing. */
    default String thing(State state, Job job) {
        return job.instanceId;
    }

    /** Whether nothing is left to do when its time has come, because other work has done it: then nothing is changed. */
    default boolean isDone(State state, Job job) {
        return false;
    }

    /** Takes back the marks after {@link #finish} has thrown. */
    default void abandon(State state, Job job) {}
}
