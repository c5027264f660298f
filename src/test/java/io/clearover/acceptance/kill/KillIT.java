package io.clearover.acceptance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Chance;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.acceptance.support.Soak;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.Lab;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Look;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A server that dies loses nothing, wherever it is: each kill hits many VMs, held at points of their own. Which VM goes to
 * which point is random: {@code -Dkill.seed=} repeats a run. A build kills twice, once in failovers and once in rollbacks;
 * {@code -Dkill=all} goes through all points.
 */
@Soak
@WithClearover
class KillIT {

    /** So many may be held while they write: each keeps a connection of the pool. */
    private static final int MOST_WRITING = 10;

    /** The least number of points to have gone through: on a slow machine some are missed. */
    private static final int ENOUGH_OF_ALL = 80;

    /** The same of two kills. */
    private static final int ENOUGH_OF_TWO = 20;

    /** So many at once. */
    private static final int VMS = Clearover.MOST_OPERATIONS;

    private final long seed = Chance.seed("kill");
    private final Random random = new Random(seed);
    private final List<String> wrong = new ArrayList<>();
    private final KillReport report = new KillReport();

    @Test
    void wherever_a_server_dies_the_next_one_ends_every_operation_as_the_right_thing(Clearover clearover) {
        List<LabVm> vms = vms(clearover);
        Look asReplicated = clearover.installation().lab().look();
        List<KillPoint> failovers = points(false);
        List<KillPoint> rollbacks = points(true);

        try (KillHolds holds = new KillHolds(clearover.installation().dataSource())) {
            do {
                kill(assigned(vms, failovers), clearover, holds, asReplicated);
                Map<LabVm, KillPoint> next = assigned(vms, rollbacks);
                failOver(vms, next, clearover);
                kill(next, clearover, holds, asReplicated);
                rollBack(vms, clearover);
            } while (Chance.all("kill") && !(failovers.isEmpty() && rollbacks.isEmpty()));
        }

        report.print(System.out, seed);
        assertThat(wrong).as("kill.seed=%d", seed).isEmpty();
        assertThat(report.points()).isGreaterThan(Chance.all("kill") ? ENOUGH_OF_ALL : ENOUGH_OF_TWO);
        assertThat(asReplicated.difference(clearover.installation().lab().look()))
                .isEmpty();
    }

    private List<LabVm> vms(Clearover clearover) {
        Lab lab = clearover.installation().lab();
        List<LabVm> vms = new ArrayList<>(lab.grow(VMS - 1));
        lab.seed(clearover.installation().dataSource());
        vms.add(Fleet.named("web01").orElseThrow());
        return vms;
    }

    private List<KillPoint> points(boolean rollbacks) {
        List<KillPoint> points = KillPoints.all().stream()
                .filter(point -> point.operation().isRollback() == rollbacks)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(points, random);
        return points;
    }

    /** The next point for each VM, as long as there are any; they are taken out. */
    private Map<LabVm, KillPoint> assigned(List<LabVm> vms, List<KillPoint> points) {
        List<LabVm> free = new ArrayList<>(vms);
        Collections.shuffle(free, random);
        Map<LabVm, KillPoint> assigned = new LinkedHashMap<>();
        for (KillPoint point : List.copyOf(points)) {
            boolean writes = point.fault() == null;
            long writing = assigned.values().stream()
                    .filter(other -> other.fault() == null)
                    .count();
            if (!writes || writing < MOST_WRITING) {
                free.stream().filter(point.suits()).findFirst().ifPresent(vm -> {
                    free.remove(vm);
                    assigned.put(vm, point);
                    points.remove(point);
                });
            }
        }
        return assigned;
    }

    private void kill(Map<LabVm, KillPoint> points, Clearover clearover, KillHolds holds, Look asReplicated) {
        if (!points.isEmpty()) {
            KillRound round = new KillRound(clearover, holds, asReplicated);
            List<String> found = round.run(points);
            found.forEach(System.out::println);
            wrong.addAll(found);
            report.add(round.reached());
        }
    }

    /** The operation after a kill: each VM is failed over as its next point needs it. */
    private void failOver(List<LabVm> vms, Map<LabVm, KillPoint> next, Clearover clearover) {
        Map<LabVm, DisturbedOperation> wanted = new LinkedHashMap<>();
        vms.forEach(vm ->
                wanted.put(vm, next.containsKey(vm) ? next.get(vm).operation().failover() : DisturbedOperation.TEST));
        Map<LabVm, DisturbedOperation> others = new LinkedHashMap<>();
        wanted.forEach((vm, operation) -> {
            String state = state(vm, clearover);
            boolean already = state.equals("failed_over_" + (operation == DisturbedOperation.LIVE ? "live" : "test"));
            if (!state.equals("ready_for_failover") && !already) {
                others.put(vm, DisturbedOperation.ROLLBACK_OF_LIVE);
            }
        });
        rollBack(List.copyOf(others.keySet()), clearover);
        Map<LabVm, String> jobs = new LinkedHashMap<>();
        wanted.forEach((vm, operation) -> {
            if (!state(vm, clearover).startsWith("failed_over")) {
                jobs.put(vm, operation.start(clearover, vm.name(), true));
            }
        });
        awaitCompleted(jobs, clearover);
    }

    private void rollBack(List<LabVm> vms, Clearover clearover) {
        Map<LabVm, String> jobs = new LinkedHashMap<>();
        vms.forEach(vm -> {
            String state = state(vm, clearover);
            if (!state.equals("ready_for_failover")) {
                DisturbedOperation operation = state.endsWith("live")
                        ? DisturbedOperation.ROLLBACK_OF_LIVE
                        : DisturbedOperation.ROLLBACK_OF_TEST;
                jobs.put(vm, operation.start(clearover, vm.name(), true));
            }
        });
        awaitCompleted(jobs, clearover);
    }

    private void awaitCompleted(Map<LabVm, String> jobs, Clearover clearover) {
        jobs.forEach((vm, job) -> {
            var status = clearover.ended(job, "admin");
            if (!status.getString("status").equals("completed")) {
                wrong.add("%s: the next operation %s".formatted(vm.name(), status));
            }
        });
    }

    private static String state(LabVm vm, Clearover clearover) {
        return clearover.vm(vm.name()).getString("current_status");
    }
}
