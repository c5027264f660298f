package io.clearover.operation;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** The server's threads and its steady clock, as beans that constructors can ask for. */
@ApplicationScoped
public class OperationThreads {

    @Resource(lookup = "concurrent/operations")
    private ManagedExecutorService operations;

    @Resource
    private ManagedScheduledExecutorService schedules;

    /** One thread for each operation that runs. */
    @Produces
    @Named("operations")
    public Executor operations() {
        return operations;
    }

    /** For what is done again and again. */
    @Produces
    public ScheduledExecutorService schedules() {
        return schedules;
    }

    /** Steady, whatever is done to the server's clock. */
    @Produces
    public Ticker ticker() {
        return Ticker.systemTicker();
    }
}
