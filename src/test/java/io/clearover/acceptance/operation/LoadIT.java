package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fifty operations at once, many more than the server runs at a time, and the page is looked at meanwhile. */
@WithClearover
class LoadIT {

    private static final int OPERATIONS = 50;
    private static final int LOOKS = 30;

    /** Generous, as builds run on small and busy machines: that of a page that is waited for without worry. */
    private static final Duration RESPONSIVE = Duration.ofSeconds(2);

    @Test
    void fifty_operations_at_once_all_end_right_and_the_api_stays_responsive(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        List<LabVm> vms = lab.grow(OPERATIONS);
        lab.seed(clearover.installation().dataSource());
        Duration idle = median(looks(clearover));

        long begun = System.nanoTime();
        List<String> failovers =
                vms.stream().map(vm -> clearover.startTestFailover(vm.name())).toList();
        List<Duration> busy = new ArrayList<>();
        await("all have ended")
                .atMost(Duration.ofMinutes(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    busy.add(look(clearover));
                    return running(clearover) == 0;
                });
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        System.out.printf(
                "load: %d failovers in %d ms; GET /api/v1/vm-contexts: median %d ms idle, %d ms meanwhile (%d looks)%n",
                OPERATIONS, took.toMillis(), idle.toMillis(), median(busy).toMillis(), busy.size());
        assertThat(failovers)
                .allSatisfy(job -> assertThat(clearover.status(job, "admin").getString("status"))
                        .isEqualTo("completed"));
        assertThat(vms).allSatisfy(vm -> assertThat(lab.look().of(vm.name())).matches(Site::isFailedOver));
        assertThat(lab.acts().repeated()).isEmpty();
        assertThat(median(busy)).isLessThan(RESPONSIVE);
    }

    private static long running(Clearover clearover) {
        return clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"
                + " AND status IN ('pending', 'running')");
    }

    private static List<Duration> looks(Clearover clearover) {
        List<Duration> looks = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            looks.add(look(clearover));
        }
        return looks;
    }

    private static Duration look(Clearover clearover) {
        long begun = System.nanoTime();
        assertThat(clearover.as("viewer").get("/api/v1/vm-contexts").status()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
