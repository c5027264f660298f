package io.clearover.platform.driver;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A program with all that it has started. */
record ProcessTree(Process root) {

    /**
     * Ends all of it: first asks, then kills what is left. Asking matters beyond courtesy: a program that runs as root by
     * sudo cannot be killed from here, but sudo hands the request to end on to it.
     *
     * @param grace between asking and killing
     */
    void kill(Duration grace) {
        List<ProcessHandle> asked = all();
        asked.forEach(ProcessHandle::destroy);
        awaitEnd(asked, grace);
        Stream.concat(asked.stream(), all().stream())
                .filter(ProcessHandle::isAlive)
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** The youngest may be children of the oldest: what is listed before its parent dies is not lost when it does. */
    private List<ProcessHandle> all() {
        return Stream.concat(root.descendants(), Stream.of(root.toHandle())).toList();
    }

    /** An interrupted thread waits all the same: what works on a disk must get its time to end. */
    private static void awaitEnd(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        boolean interrupted = Thread.interrupted();
        try {
            CompletableFuture.allOf(ends).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // what still lives is killed next
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
