package io.clearover.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.Lab;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever several operators do, in whatever order, while calls fail and the server dies: what is promised always holds.
 * Runs only when {@code -Dmodel.duration=PT10M} says for how long; {@code -Dmodel.seed=} repeats what they do (not its timing).
 */
@EnabledIfSystemProperty(named = ModelIT.DURATION, matches = "P.+")
@WithClearover
class ModelIT {

    static final String DURATION = "model.duration";

    private static final int VMS = 6;
    private static final int MOST_CLIENTS = 4;

    /** One of so many rounds ends with the death of the server. */
    private static final int ROUNDS_TO_A_KILL = 12;

    private final long seed = Long.getLong("model.seed", System.nanoTime() % 100_000);
    private final Duration duration = Duration.parse(System.getProperty(DURATION));
    private final Random random = new Random(seed);

    @Test
    void whatever_happens_the_invariants_hold_and_everything_can_be_rolled_back(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        List<LabVm> vms = lab.grow(VMS);
        lab.seed(clearover.installation().dataSource());
        Look before = lab.look();
        ModelInvariants invariants = new ModelInvariants(clearover);
        try (ModelClients clients = new ModelClients(clearover, vms, random)) {
            List<String> history = new ArrayList<>();
            long end = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < end) {
                history.addAll(clients.act(1 + random.nextInt(MOST_CLIENTS)));
                if (random.nextInt(ROUNDS_TO_A_KILL) == 0) {
                    history.add("kill");
                    clearover.installation().server().kill();
                    clearover.installation().startServer();
                }
                assertThat(invariants.broken())
                        .as("model.seed=%d after %s", seed, history)
                        .isEmpty();
            }
            System.out.printf("model.seed=%d: %d acts, %s%n", seed, history.size(), clients.counts());

            clients.rollBackAll();

            assertThat(invariants.broken())
                    .as("model.seed=%d after %s", seed, history)
                    .isEmpty();
            assertThat(before.difference(lab.look()))
                    .as("model.seed=%d after %s", seed, history)
                    .isEmpty();
            assertThat(lab.look().orphans())
                    .as("model.seed=%d after %s", seed, history)
                    .isEmpty();
        }
    }
}
