package io.clearover.operation;

import io.clearover.job.CancelRequestedException;
import io.clearover.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which operations of this server were asked to stop, and which of them are being undone, since nothing stops an undo. Thread-safe. */
@ApplicationScoped
public class CancelFlags {

    private final Set<JobId> requested = ConcurrentHashMap.newKeySet();
    private final Set<JobId> undone = ConcurrentHashMap.newKeySet();

    /** The operation was asked to stop. */
    void request(JobId job) {
        requested.add(job);
    }

    boolean isRequested(JobId job) {
        return requested.contains(job);
    }

    /** What the operation did is undone from here on. */
    void undo(JobId job) {
        undone.add(job);
    }

    /** The operation begins or has ended here. */
    void forget(JobId job) {
        requested.remove(job);
        undone.remove(job);
    }

    /** @throws CancelRequestedException if the operation was asked to stop, and is not being undone */
    void requireNotRequested(JobId job) {
        if (requested.contains(job) && !undone.contains(job)) {
            throw new CancelRequestedException(job);
        }
    }
}
