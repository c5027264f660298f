package io.clearover.operation;

import io.clearover.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs operations in threads of the server, so many at a time as the configuration allows; the others wait in the order in
 * which they came, those of dead servers first; one whose destination is busy is overtaken by those for others. Thread-safe.
 */
@ApplicationScoped
public class OperationQueue {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final Executor executor;
    private final List<Entry> waiting = new ArrayList<>();
    private final Map<Entry, Thread> running = new HashMap<>();
    private final int mostRunning;
    private final int mostPerDestination;
    private final int mostWaiting;

    OperationQueue() {
        this(null, 0, 0, 0);
    }

    /**
     * @param executor of whose threads each operation gets one
     * @param mostRunning operations at a time on this server
     * @param mostPerDestination of these, for one destination
     * @param mostWaiting for a thread of this server, before no more are started
     */
    @Inject
    public OperationQueue(
            @Named("operations") Executor executor,
            @ConfigProperty(name = "clearover.operations.max-running", defaultValue = "16") int mostRunning,
            @ConfigProperty(name = "clearover.operations.max-per-destination", defaultValue = "16")
                    int mostPerDestination,
            @ConfigProperty(name = "clearover.operations.max-waiting", defaultValue = "1000") int mostWaiting) {
        this.executor = executor;
        this.mostRunning = mostRunning;
        this.mostPerDestination = mostPerDestination;
        this.mostWaiting = mostWaiting;
    }

    /** Work that waits or runs; begun if another server had started with it. */
    private record Entry(JobId job, String destination, boolean begun, Runnable work) {}

    /**
     * Asked before a job is opened. What was opened is never turned away, so a few more may wait than are allowed.
     *
     * @throws OperationRefusedException if too many are waiting
     */
    synchronized void requireRoom() {
        if (waiting.size() >= mostWaiting) {
            throw new OperationRefusedException(
                    OperationRefusedException.Reason.TOO_MANY_WAITING,
                    "Too many operations are waiting. Start this one again when some of them have ended.");
        }
    }

    /** Takes an operation in that nobody has begun; does nothing if the job waits or runs here already. */
    void add(JobId job, String destination, Runnable work) {
        add(new Entry(job, destination, false, work));
    }

    /** Takes an operation in that another server had begun: it goes before those that nobody has. */
    void addBegun(JobId job, String destination, Runnable work) {
        add(new Entry(job, destination, true, work));
    }

    private synchronized void add(Entry entry) {
        if (jobs().contains(entry.job())) {
            return;
        }
        long begun = waiting.stream().filter(Entry::begun).count();
        waiting.add(entry.begun() ? (int) begun : waiting.size(), entry);
        startNext();
    }

    /** Takes an operation out that nobody has begun; false if none such is waiting here. */
    synchronized boolean remove(JobId job) {
        return waiting.removeIf(entry -> entry.job().equals(job) && !entry.begun());
    }

    /** The operations that wait or run here. */
    synchronized List<JobId> jobs() {
        return Stream.concat(waiting.stream(), running.keySet().stream())
                .map(Entry::job)
                .toList();
    }

    /** Takes out an operation that hasn't started here, and interrupts one that has; whether it hadn't. */
    synchronized boolean drop(JobId job) {
        running.forEach((entry, thread) -> {
            if (thread != null && entry.job().equals(job)) {
                thread.interrupt();
            }
        });
        return waiting.removeIf(entry -> entry.job().equals(job));
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
