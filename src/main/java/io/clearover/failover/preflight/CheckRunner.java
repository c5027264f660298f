package io.clearover.failover.preflight;

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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes checks at once: those that ask an outside system each in a thread of the server, until a common limit. Thread-safe.
 */
@ApplicationScoped
class CheckRunner {

    private static final Finding LATE = Finding.of("late", "no answer within the limit for preflight checks");

    @Resource(lookup = "concurrent/checks")
    private ManagedExecutorService executor;

    private final Duration limit;

    CheckRunner() {
        this(null);
    }

    /** @param limit for each check; those that have not ended then are late */
    @Inject
    public CheckRunner(
            @ConfigProperty(name = "clearover.preflight.check-timeout", defaultValue = "PT10S") Duration limit) {
        this.limit = limit;
    }

    /** What each check has found, in their order. Takes a little longer than the limit at most. */
    Map<Check, Finding> run(PreflightTarget target, List<Check> checks) {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<Check, Future<Finding>> looks = new LinkedHashMap<>();
        checks.forEach(check -> looks.put(check, start(check, target)));
        Map<Check, Finding> findings = new LinkedHashMap<>();
        Set<CheckedSystem> known = EnumSet.of(CheckedSystem.NOTHING);
        Set<CheckedSystem> away = EnumSet.noneOf(CheckedSystem.class);
        looks.forEach((check, look) -> {
            Finding finding = away.contains(check.asks()) ? unlessAway(look) : await(look, deadline);
            if (known.add(check.asks()) && (finding.isError() || finding.equals(LATE))) {
                away.add(check.asks());
            }
            findings.put(check, finding);
        });
        return findings;
    }

    private Future<Finding> start(Check check, PreflightTarget target) {
        if (check.asks() == CheckedSystem.NOTHING) {
            return here(check, target);
        }
        try {
            return executor.submit(() -> check.look(target));
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(LATE);
        }
    }

    private static Future<Finding> here(Check check, PreflightTarget target) {
        try {
            return CompletableFuture.completedFuture(check.look(target));
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
