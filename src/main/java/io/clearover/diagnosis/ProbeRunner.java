package io.clearover.diagnosis;

import io.clearover.operation.Outcome;
import io.clearover.platform.PlatformException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks probes at once: those that ask a system each in a thread of the server, until a common limit. Thread-safe.
 */
@ApplicationScoped
public class ProbeRunner {

    private static final Finding LATE = Finding.of("late", "no answer within the limit for checks");

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @Resource(lookup = "concurrent/checks")
    private ManagedExecutorService executor;

    private final Duration limit;

    ProbeRunner() {
        this(null);
    }

    /** @param limit for each probe; those that have not ended then are late */
    @Inject
    public ProbeRunner(
            @ConfigProperty(name = "clearover.preflight.check-timeout", defaultValue = "PT10S") Duration limit) {
        this.limit = limit;
    }

    /** What each probe has found, in their order. Takes a little longer than the limit at most. */
    public Map<Probe, Finding> run(ProbeTarget target, List<Probe> probes) {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<Probe, Future<Finding>> looks = new LinkedHashMap<>();
        probes.forEach(probe -> looks.put(probe, start(probe, target)));
        Map<Probe, Finding> findings = new LinkedHashMap<>();
        Set<AskedSystem> known = EnumSet.of(AskedSystem.NOTHING, AskedSystem.APPLIANCE);
        Set<AskedSystem> away = EnumSet.noneOf(AskedSystem.class);
        looks.forEach((probe, look) -> {
            Finding finding = away.contains(probe.asks()) ? unlessAway(look) : await(look, deadline);
            if (known.add(probe.asks()) && (finding.isError() || finding.equals(LATE))) {
                away.add(probe.asks());
            }
            findings.put(probe, finding);
        });
        return findings;
    }

    /** Begins to look for something else, beside the probes. */
    <T> Future<T> begin(Callable<T> look) {
        try {
            return executor.submit(look);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.failedFuture(busy);
        }
    }

    /** What came of that by now, or within a moment: it had the probes' time. Empty if nothing did. */
    <T> Optional<T> within(Future<T> look) {
        try {
            return Optional.of(look.get(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException untold) {
            look.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            look.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Future<Finding> start(Probe probe, ProbeTarget target) {
        if (probe.asks() == AskedSystem.NOTHING) {
            return here(probe, target);
        }
        try {
            return executor.submit(() -> probe.look(target));
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(LATE);
        }
    }

    private static Future<Finding> here(Probe probe, ProbeTarget target) {
        try {
            return CompletableFuture.completedFuture(probe.look(target));
        } catch (PlatformException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Finding await(Future<Finding> look, long deadline) {
        try {
            return look.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            return Finding.failed(Outcome.failed(e.getCause()).error());
        } catch (TimeoutException e) {
            look.cancel(true);
            return LATE;
        } catch (InterruptedException e) {
            look.cancel(true);
            Thread.currentThread().interrupt();
            return LATE;
        }
    }

    /** What it found, if it has found something; the system that it asks is away, so there is nothing to wait for. */
    private static Finding unlessAway(Future<Finding> look) {
        if (!look.isDone()) {
            look.cancel(true);
            return Finding.of("unanswered");
        }
        try {
            return look.get();
        } catch (ExecutionException e) {
            return Finding.of("unanswered", Outcome.failed(e.getCause()).error());
        } catch (CancellationException e) {
            return Finding.of("unanswered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.of("unanswered");
        }
    }
}
