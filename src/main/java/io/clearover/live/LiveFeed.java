package io.clearover.live;

import io.clearover.live.Listener.Subscription;
import io.clearover.web.Problem;
import io.clearover.web.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells all listeners of this node what changes. While there is one, the database is looked at once per interval, however
 * many there are. A database that can't be reached delays events, and loses none. Thread-safe.
 */
@ApplicationScoped
public class LiveFeed {

    private static final Logger LOG = Logger.getLogger(LiveFeed.class.getName());

    @Resource(lookup = "concurrent/live-look")
    private ManagedScheduledExecutorService timer;

    @Resource(lookup = "concurrent/live-send")
    private ManagedThreadFactory senderThreads;

    private ExecutorService senders;

    private final JobSnapshots snapshots;
    private final EventSerializer serializer;
    private final Clock clock;
    private final Settings settings;

    private final List<Listener> listeners = new ArrayList<>();
    private final List<Listener> joining = new ArrayList<>();
    private Future<?> looking;
    private Future<?> beating;
    private ChangeDetector changes;
    private boolean databaseAway;
    private boolean stopped;

    /** See {@code docs/configuration.md}. */
    record Settings(Duration pollInterval, Duration heartbeatInterval, int mostListeners, int mostOfOneUser) {}

    LiveFeed() {
        this(null, null, null, null);
    }

    @Inject
    public LiveFeed(
            JobSnapshots snapshots,
            EventSerializer serializer,
            Clock clock,
            @ConfigProperty(name = "clearover.live.poll-interval", defaultValue = "PT1S") Duration pollInterval,
            @ConfigProperty(name = "clearover.live.heartbeat-interval", defaultValue = "PT15S")
                    Duration heartbeatInterval,
            @ConfigProperty(name = "clearover.live.max-listeners", defaultValue = "1000") int mostListeners,
            @ConfigProperty(name = "clearover.live.max-listeners-per-user", defaultValue = "50") int mostOfOneUser) {
        this(snapshots, serializer, clock, new Settings(pollInterval, heartbeatInterval, mostListeners, mostOfOneUser));
    }

    private LiveFeed(JobSnapshots snapshots, EventSerializer serializer, Clock clock, Settings settings) {
        this.snapshots = snapshots;
        this.serializer = serializer;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What is sent to a client that doesn't read waits in a thread, for up to a minute, as the container writes: so there are as
     * many threads as are needed, and each listener holds but its own.
     */
    @PostConstruct
    void start() {
        senders = Executors.newCachedThreadPool(senderThreads);
    }

    /** A stream to a client, which hears nothing of what changes before it has {@linkplain #join joined}. */
    Listener listener(StreamClient client, Subscription subscription) {
        return new Listener(client, senders, subscription);
    }

    /**
     * Takes a listener in; the next look tells it what it missed.
     *
     * @param first what it is told at once, unless it is refused: an answer that has begun can't become a problem any more
     * @throws ProblemException (429) if the user has too many; (503) if there are too many, or if the server stops
     */
    synchronized void join(Listener listener, List<LiveEvent> first) {
        requireRoom(listener);
        listener.send(first);
        joining.add(listener);
        if (looking == null) {
            changes = new ChangeDetector(snapshots, serializer, clock);
            looking = timer.scheduleWithFixedDelay(
                    this::turn, 0, settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            long pause = settings.heartbeatInterval().toMillis();
            beating = timer.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Who has gone is counted no more as soon as that is known, and not only after the next look. */
    private void requireRoom(Listener listener) {
        List<Listener> present = Stream.concat(listeners.stream(), joining.stream())
                .filter(each -> !each.isClosed())
                .toList();
        if (present.stream().filter(listener::isOf).count() >= settings.mostOfOneUser()) {
            throw new ProblemException(Problem.of(
                    "too-many-listeners-of-one-user",
                    "You listen too often",
                    429,
                    "You already listen %d times to this server, which is as often as one user may. Close a window or end a"
                                    .formatted(settings.mostOfOneUser())
                            + " script that you no longer need, then try again; or ask for the status now and then."));
        }
        if (stopped || present.size() >= settings.mostListeners()) {
            throw new ProblemException(Problem.of(
                    "too-many-listeners",
                    "Too many listeners",
                    503,
                    "Too many clients listen to this server. Try again later, or ask for the status now and then."));
        }
    }

    /** Nothing may end the looking, not even an Error. */
    private void turn() {
        try {
            look();
            databaseAway = false;
        } catch (Throwable failed) {
            LOG.log(databaseAway ? Level.FINE : Level.WARNING, "the live feed waits for the database", failed);
            databaseAway = true;
        }
        rest();
    }

    private void look() {
        List<Listener> arrived = arrivals();
        List<LiveEvent> events = changes.look(jobsOf(arrived), idsOf(arrived));
        listeners.forEach(listener -> listener.send(events));
        arrived.forEach(this::welcome);
        listeners.forEach(this::endWithItsJob);
    }

    private synchronized List<Listener> arrivals() {
        return List.copyOf(joining);
    }

    private List<String> jobsOf(List<Listener> arrived) {
        List<Listener> all = new ArrayList<>(listeners);
        all.addAll(arrived);
        return all.stream()
                .flatMap(listener -> listener.subscription().job().stream())
                .map(JobSnapshot::id)
                .distinct()
                .toList();
    }

    private static List<EventId> idsOf(List<Listener> arrived) {
        return arrived.stream()
                .flatMap(listener -> listener.subscription().last().stream())
                .toList();
    }

    private synchronized void welcome(Listener listener) {
        Optional<JobSnapshot> told = listener.subscription().job();
        listener.send(
                told.isPresent()
                        ? changes.since(told.get())
                        : changes.catchUp(listener.subscription().last()));
        joining.remove(listener);
        listeners.add(listener);
    }

    private void endWithItsJob(Listener listener) {
        listener.subscription()
                .job()
                .filter(job -> changes.of(job.id()).map(JobSnapshot::hasEnded).orElse(true))
                .ifPresent(ended -> listener.end());
    }

    /** A task of its own, as a look waits for a database that doesn't answer. */
    private synchronized void beat() {
        listeners.forEach(listener -> listener.comment("alive"));
        joining.forEach(listener -> listener.comment("alive"));
    }

    /** Forgets who has gone; when nobody is left, looks no more. */
    private synchronized void rest() {
        listeners.removeIf(Listener::isClosed);
        joining.removeIf(Listener::isClosed);
        if (listeners.isEmpty() && joining.isEmpty() && looking != null) {
            looking.cancel(false);
            beating.cancel(false);
            looking = null;
        }
    }

    /** Clients then reconnect, to another node or after the restart. */
    @PreDestroy
    synchronized void stop() {
        stopped = true;
        if (looking != null) {
            looking.cancel(false);
            beating.cancel(false);
        }
        listeners.forEach(Listener::close);
        joining.forEach(Listener::close);
        senders.shutdown();
    }
}
