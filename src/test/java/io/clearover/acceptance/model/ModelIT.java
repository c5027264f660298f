package io.clearover.acceptance.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Chance;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Soak;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Look;
import io.clearover.quickstart.Installation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever several operators do, in whatever order, while calls fail, the server dies and the database goes away: what is
 * promised always holds. {@code -Dmodel.duration=PT10M} says for how long; {@code -Dmodel.seed=} repeats what they do, though
 * not to the millisecond.
 */
@Soak
@WithClearover
class ModelIT {

    private static final int VMS = 6;
    private static final int MOST_CLIENTS = 4;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** One of so many rounds ends with the death of the server, and one with the database being away. */
    private static final int ROUNDS_TO_A_DISASTER = 12;

    private final long seed = Chance.seed("model");
    private final Duration duration = Chance.duration("model", Duration.ofSeconds(30), Duration.ofMinutes(10));
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
                disaster(clearover).ifPresent(history::add);
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

    private Optional<String> disaster(Clearover clearover) {
        Installation installation = clearover.installation();
        return switch (random.nextInt(ROUNDS_TO_A_DISASTER)) {
            case 0 -> {
                installation.server().kill();
                installation.startServer();
                yield Optional.of("kill");
            }
            case 1 -> {
                installation.stopDatabase();
                await("the server notices").atMost(MINUTE).until(() -> !clearover.isReady());
                installation.startDatabase();
                await("the server is back").atMost(MINUTE).until(clearover::isReady);
                yield Optional.of("database away");
            }
            default -> Optional.empty();
        };
    }
}
