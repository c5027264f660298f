package io.clearover.acceptance.kill;

import static io.clearover.acceptance.support.DisturbedOperation.LIVE;
import static io.clearover.acceptance.support.DisturbedOperation.ROLLBACK_OF_LIVE;
import static io.clearover.acceptance.support.DisturbedOperation.ROLLBACK_OF_TEST;
import static io.clearover.acceptance.support.DisturbedOperation.TEST;
import static io.clearover.acceptance.support.DisturbedOperation.UNDO_OF_LIVE;

import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.LabVm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * All points that the kill test goes through: every boundary between two steps, and inside of the steps each call that
 * changes something: before it is carried out, under way at the destination, and done but not known to be.
 */
final class KillPoints {

    private static final Predicate<LabVm> ANY = vm -> true;
    private static final Predicate<LabVm> WINDOWS = LabVm::windows;
    private static final Predicate<LabVm> SEVERAL_DISKS = vm -> vm.disks().size() > 1;
    private static final Predicate<LabVm> SEVERAL_NETWORKS = vm -> vm.nics().size() > 1;

    /** Longer than the restart of a server. */
    private static final Duration PAST_THE_RESTART = Duration.ofSeconds(15);

    private static final Duration UNTIL_CLEARED = Duration.ofMinutes(2);

    private static final int PLANNED = 10;

    private final List<KillPoint> points = new ArrayList<>();

    private KillPoints() {}

    static List<KillPoint> all() {
        KillPoints all = new KillPoints();
        all.boundaries(TEST, 1, 10);
        all.boundaries(LIVE, 2, 3);
        all.boundaries(UNDO_OF_LIVE, PLANNED + 1, PLANNED + 6);
        all.boundaries(ROLLBACK_OF_TEST, 1, 6);
        all.boundaries(ROLLBACK_OF_LIVE, 6, 7);
        all.insideFailover();
        all.insideLiveFailover();
        all.insideRollback();
        all.insideUndo();
        return List.copyOf(all.points);
    }

    /** A step's work done but not recorded, and recorded but the next not begun; before the first; and after the last. */
    private void boundaries(DisturbedOperation operation, int first, int last) {
        if (first == 1) {
            points.add(KillPoint.held(operation, 0, "not begun", "running", ANY));
        }
        IntStream.rangeClosed(first, last).forEach(step -> {
            boolean drivers = !operation.isRollback() && step == 5;
            Predicate<LabVm> suits = drivers ? WINDOWS : ANY;
            points.add(KillPoint.held(operation, step, KillPoint.BEFORE, step + " begun", suits));
            points.add(KillPoint.held(operation, step, "done, not recorded", step + " done", suits));
        });
        points.add(KillPoint.held(operation, KillPoint.END, "not recorded", "ended", ANY));
    }

    private void insideFailover() {
        call(TEST, 1, "listVolumes", FaultKind.HANG, ANY, vm -> 0);
        calls(TEST, 3, "replicate", false, ANY, vm -> 0);
        call(TEST, 3, "progress", FaultKind.HANG, ANY, vm -> 0);
        calls(TEST, 4, "createSnapshot", true, ANY, vm -> 0);
        call(TEST, 4, "createSnapshot", FaultKind.SLOW_JOB, SEVERAL_DISKS, vm -> 1);
        call(TEST, 4, "createSnapshot", FaultKind.STUCK_JOB, ANY, vm -> 0);
        call(TEST, 5, "driver", FaultKind.HANG, WINDOWS, vm -> 0);
        call(TEST, 5, "driver", FaultKind.DELAY, WINDOWS, vm -> 0);
        calls(TEST, 6, "deployVirtualMachine", true, ANY, vm -> 0);
        call(TEST, 6, "deployVirtualMachine", FaultKind.STUCK_JOB, ANY, vm -> 0);
        calls(TEST, 7, "detachVolume", true, ANY, vm -> 1);
        call(TEST, 7, "detachVolume", FaultKind.DELAY, ANY, vm -> 0);
        call(TEST, 7, "deleteVolume", FaultKind.HANG, ANY, vm -> 0);
        call(TEST, 7, "deleteVolume", FaultKind.DELAY, ANY, vm -> 0);
        calls(TEST, 7, "attachVolume", true, ANY, vm -> 0);
        call(TEST, 7, "attachVolume", FaultKind.SLOW_JOB, SEVERAL_DISKS, vm -> 1);
        call(TEST, 7, "attachVolume", FaultKind.STUCK_JOB, ANY, vm -> 0);
        calls(TEST, 8, "addNicToVirtualMachine", true, SEVERAL_NETWORKS, vm -> 0);
        calls(TEST, 9, "startVirtualMachine", true, ANY, vm -> 0);
    }

    private void insideLiveFailover() {
        calls(LIVE, 2, "power-off", false, ANY, vm -> 0);
        call(LIVE, 3, "progress", FaultKind.HANG, ANY, vm -> 0);
    }

    private void insideRollback() {
        calls(ROLLBACK_OF_TEST, 1, "stopVirtualMachine", true, ANY, vm -> 0);
        calls(ROLLBACK_OF_TEST, 2, "detachVolume", true, ANY, vm -> 0);
        calls(ROLLBACK_OF_TEST, 3, "revertSnapshot", true, ANY, vm -> 0);
        calls(ROLLBACK_OF_TEST, 3, "deleteSnapshot", true, ANY, vm -> 0);
        calls(ROLLBACK_OF_TEST, 4, "attachVolume", true, ANY, vm -> 0);
        calls(ROLLBACK_OF_TEST, 5, "destroyVirtualMachine", true, ANY, vm -> 0);
        calls(ROLLBACK_OF_LIVE, 6, "power-on", false, ANY, vm -> 0);
    }

    /** The failover has detached and attached volumes before. */
    private void insideUndo() {
        call(
                UNDO_OF_LIVE,
                PLANNED + 2,
                "detachVolume",
                FaultKind.SLOW_JOB,
                ANY,
                vm -> 1 + vm.disks().size());
        call(UNDO_OF_LIVE, PLANNED + 3, "revertSnapshot", FaultKind.SLOW_JOB, ANY, vm -> 0);
        call(UNDO_OF_LIVE, PLANNED + 4, "attachVolume", FaultKind.SLOW_JOB, ANY, vm -> vm.disks()
                .size());
        call(UNDO_OF_LIVE, PLANNED + 5, "destroyVirtualMachine", FaultKind.SLOW_JOB, ANY, vm -> 0);
        calls(UNDO_OF_LIVE, PLANNED + 6, "power-on", false, ANY, vm -> 0);
    }

    /** @param asynchronous whether the call begins a job at the destination */
    private void calls(
            DisturbedOperation operation,
            int step,
            String call,
            boolean asynchronous,
            Predicate<LabVm> suits,
            ToIntFunction<LabVm> after) {
        call(operation, step, call, FaultKind.HANG, suits, after);
        call(operation, step, call, FaultKind.DELAY, suits, after);
        if (asynchronous) {
            call(operation, step, call, FaultKind.SLOW_JOB, suits, after);
        }
    }

    private void call(
            DisturbedOperation operation,
            int step,
            String call,
            FaultKind kind,
            Predicate<LabVm> suits,
            ToIntFunction<LabVm> after) {
        Duration delay = kind.inTheJob() ? PAST_THE_RESTART : UNTIL_CLEARED;
        points.add(new KillPoint(
                operation,
                step,
                call + " " + moment(kind),
                null,
                vm -> Fault.of(call, kind)
                        .forVm(vm.name())
                        .after(after.applyAsInt(vm))
                        .delay(delay),
                kind.inTheJob(),
                suits));
    }

    private static String moment(FaultKind kind) {
        return switch (kind) {
            case HANG -> "not done";
            case DELAY -> "done, not answered";
            case SLOW_JOB -> "under way";
            case STUCK_JOB -> "under way, then failing";
            default -> throw new IllegalArgumentException(kind.text());
        };
    }
}
