package io.clearover.operation;

import static org.awaitility.Awaitility.await;

import io.clearover.database.Database;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStore;
import io.clearover.job.NodeIdentity;
import io.clearover.job.Options;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.TrackedJobs;
import io.clearover.rawtext.Redaction;
import io.clearover.summary.SummaryRecorder;
import io.clearover.vm.VmContexts;
import io.clearover.watch.EndedJobs;
import io.clearover.watch.ForeignEnds;
import io.clearover.watch.ForeignJobWatch;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jdbi.v3.core.Jdbi;

/**
 * All of one server that runs operations, without the server: the product's beans, wired as there, on the database and by the
 * clock of an {@link EngineSite}. What a server does every heartbeat is done when a test says so.
 */
final class EngineNode implements AutoCloseable {

    private final EngineSite site;
    private final ExecutorService operations = Executors.newCachedThreadPool();
    private final ScheduledExecutorService schedules = Executors.newScheduledThreadPool(3);
    private final WeldContainer container;

    EngineNode(EngineSite site, String name, Map<String, String> configuration) {
        this.site = site;
        ThreadTransactions transactions = new ThreadTransactions(site.entities(), site.database());
        Map<String, String> all =
                new HashMap<>(Map.of("clearover.node", name, "clearover.undo.retry-delay", "PT0.01S"));
        all.putAll(configuration);
        this.container = new Weld(name + "@" + System.identityHashCode(this))
                .disableDiscovery()
                .addExtension(new NodeBeans(
                        Clock.systemUTC(),
                        site::ticks,
                        new Database(Jdbi.create(transactions)),
                        transactions,
                        site.plans().on(() -> get(LeasedCallPermit.class)),
                        operations,
                        schedules,
                        all))
                .addServices(new PersistenceContexts(transactions.entities()))
                .addBeanClasses(TransactionInterceptors.ALL)
                .addBeanClasses(
                        Cancellation.class,
                        CancelFlags.class,
                        Compensation.class,
                        DatabaseRetry.class,
                        DeadOwnerScan.class,
                        Engine.class,
                        EndEvents.class,
                        JobOpener.class,
                        LeaseGuard.class,
                        LeaseRenewal.class,
                        LeaseTimes.class,
                        LeasedCallPermit.class,
                        OperationFactories.class,
                        OperationFinisher.class,
                        OperationLifecycle.class,
                        OperationQueue.class,
                        Operations.class,
                        OwnJobsScan.class,
                        SafePoint.class,
                        Takeovers.class)
                .addPackage(false, JobStore.class)
                .addBeanClasses(TrackedJobs.class, VmContexts.class, Redaction.class)
                .addBeanClasses(ReplicationJobs.class, SummaryRecorder.class)
                .addBeanClasses(EndedJobs.class, ForeignEnds.class, ForeignJobWatch.class, ForeignEndLog.class)
                .initialize();
    }

    /** Starts a test failover. */
    String start(String vm) {
        return start(JobKind.TEST_FAILOVER, vm, Optional.empty());
    }

    String start(JobKind kind, String vm, Optional<JobId> key) {
        RequestedOperation request = new RequestedOperation(
                kind,
                new VmRef(site.context(vm).value(), null, null),
                null,
                type -> ScriptedPlans.names(),
                new Options(false, false, null, null),
                "operator",
                key,
                null,
                RollbackScope.ANYTHING);
        return get(Operations.class).start(request).job().id().value();
    }

    /** The signs of life, the looks at its own jobs and those for dead servers, once each. */
    void beat() {
        renew();
        get(OwnJobsScan.class).scan();
        get(DeadOwnerScan.class).scan();
    }

    void renew() {
        get(LeaseRenewal.class).renew();
    }

    void cancel(String job) {
        get(Cancellation.class).cancel(new JobId(job), "operator");
    }

    /** What this server's life is called in {@code job_tracking.owner}. */
    String owner() {
        return get(NodeIdentity.class).owner();
    }

    /** Whether an operation waits or runs here. */
    boolean has(String job) {
        return get(Engine.class).has(new JobId(job));
    }

    <T> T get(Class<T> bean) {
        return container.select(bean).get();
    }

    /** Gives signs of life until an operation is at the gate. */
    void awaitAt(Gate gate) {
        await("an operation to come to the gate")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    renew();
                    return gate.isReached();
                });
    }

    /** Gives signs of life until the job has ended, and no thread here has to do with it any more. */
    void awaitEnd(String job) {
        await("job %s to end".formatted(job))
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    renew();
                    return !has(job) && isEnded(site.status(job));
                });
    }

    private static boolean isEnded(String status) {
        return !status.equals("pending") && !status.equals("running");
    }

    @Override
    public void close() {
        operations.shutdownNow();
        schedules.shutdownNow();
        container.close();
    }
}
