package io.clearover.operation;

import io.clearover.job.JobId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs operations in threads of the server, so many at a time as the configuration allows; the others wait in the order in
 * which they came, though one whose destination is busy is overtaken by those for others. Thread-safe.
 */
@ApplicationScoped
public class OperationQueue {

    private static final int MOST_WAITING = 1000;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    @Resource(lookup = "concurrent/operations")
    private ManagedExecutorService executor;

    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Map<Entry, Thread> running = new HashMap<>();
    private final int mostRunning;
    private final int mostPerDestination;

    OperationQueue() {
        this(0, 0);
    }

    /**
     * @param mostRunning operations at a time on this server
     * @param mostPerDestination of these, for one destination
     */
    @Inject
    public OperationQueue(
            @ConfigProperty(name = "clearover.operations.max-running", defaultValue = "16") int mostRunning,
            @ConfigProperty(name = "clearover.operations.max-per-destination", defaultValue = "16")
                    int mostPerDestination) {
        this.mostRunning = mostRunning;
        this.mostPerDestination = mostPerDestination;
    }

    /** Work that waits or runs. */
    private record Entry(JobId job, String destination, Runnable work) {}

    /**
     * Does nothing if the job waits or runs here already.
     *
     * @throws RejectedExecutionException if too many are waiting
     */
    synchronized void add(JobId job, String destination, Runnable work) {
        if (jobs().contains(job)) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new RejectedExecutionException("%d operations are waiting".formatted(waiting.size()));
        }
        waiting.add(new Entry(job, destination, work));
        startNext();
    }

    /** Takes an operation out that hasn't started; false if it isn't waiting here. */
    synchronized boolean remove(JobId job) {
        return waiting.removeIf(entry -> entry.job().equals(job));
    }

    /** The operations that wait or run here. */
    synchronized List<JobId> jobs() {
        return Stream.concat(waiting.stream(), running.keySet().stream())
                .map(Entry::job)
                .toList();
    }

    /** Takes out an operation that hasn't started, and interrupts one that has; whether it hadn't. */
    synchronized boolean drop(JobId job) {
        running.forEach((entry, thread) -> {
            if (thread != null && entry.job().equals(job)) {
                thread.interrupt();
            }
        });
        return remove(job);
    }

    private void startNext() {
        for (Iterator<Entry> entries = waiting.iterator(); entries.hasNext() && running.size() < mostRunning; ) {
            Entry entry = entries.next();
            if (running(entry.destination()) < mostPerDestination) {
                entries.remove();
                running.put(entry, null);
                executor.execute(() -> run(entry));
            }
        }
    }

    private long running(String destination) {
        return running.keySet().stream()
                .filter(entry -> entry.destination().equals(destination))
                .count();
    }

    private void run(Entry entry) {
        started(entry);
        try {
            entry.work().run();
        } finally {
            ended(entry);
        }
    }

    private synchronized void started(Entry entry) {
        running.put(entry, Thread.currentThread());
    }

    private synchronized void ended(Entry entry) {
        running.remove(entry);
        startNext();
        notifyAll();
    }

    /** Interrupts all operations, starts no others, and waits a moment until they have stopped. */
    synchronized void close() throws InterruptedException {
        waiting.clear();
        running.values().stream().filter(thread -> thread != null).forEach(Thread::interrupt);
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        for (long left = LONGEST_STOP.toMillis(); !running.isEmpty() && left > 0; ) {
            wait(left);
            left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        }
    }
}
