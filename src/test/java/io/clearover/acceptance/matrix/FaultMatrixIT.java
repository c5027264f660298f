package io.clearover.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Chance;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.acceptance.support.MatrixJobs;
import io.clearover.acceptance.support.Soak;
import io.clearover.lab.Lab;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every call of every step × everything that can go wrong with it × every operation: the job ends, as the right thing and
 * at the right step, explained and summarised; the data centre is as after the operation or as before it; nothing is done
 * twice; and the next operation on the VM works.
 *
 * <p>A build tries a slice: each step of each operation, each call and each fault, chosen by chance; {@code
 * -Dmatrix.seed=…} makes another choice, {@code -Dmatrix=all} tries all.
 */
@Soak
class FaultMatrixIT {

    /** Fewer than the server runs at a time, so that none waits in its queue. */
    private static final int AT_ONCE = 12;

    private static final Duration LIMIT = Duration.ofMinutes(90);

    private static Clearover clearover;
    private static Lab lab;
    private static MatrixJobs jobs;
    private static List<LabVm> vms;

    /** VMs that no cell uses now, with two disks and networks each. */
    private static BlockingQueue<String> linux;

    /** The same, but with one disk, which gets drivers. */
    private static BlockingQueue<String> windows;

    @BeforeAll
    static void start() throws SQLException {
        clearover = MatrixSettings.installation();
        clearover.reset();
        lab = clearover.installation().lab();
        vms = lab.grow(40);
        lab.seed(clearover.installation().dataSource());
        linux = new LinkedBlockingQueue<>(names(vm -> !vm.windows()));
        windows = new LinkedBlockingQueue<>(names(LabVm::windows));
        jobs = new MatrixJobs(clearover.installation().dataSource());
    }

    @AfterAll
    static void stop() throws SQLException {
        jobs.close();
        clearover.close();
    }

    @Test
    void whatever_goes_wrong_an_operation_ends_well_or_as_if_it_had_not_been() throws Exception {
        List<MatrixPoint> points = points();
        assertThat(steps(points)).as("steps that call something").hasSizeGreaterThan(35);
        List<MatrixCell> all = cells(points);
        List<MatrixCell> cells = Chance.all("matrix") ? all : slice(all);
        MatrixReport report = new MatrixReport(all);
        long begun = System.nanoTime();

        run(cells.stream().filter(cell -> !cell.isForAlone()).toList(), report);
        run(cells.stream().filter(MatrixCell::isForAlone).toList(), report);
        report.print(all.size(), Duration.ofNanos(System.nanoTime() - begun));

        assertThat(report.failed()).isEmpty();
        assertThat(report.tried()).isEqualTo(cells.size());
        assertThat(unusable())
                .as("VMs that can't be failed over and rolled back any more")
                .isEmpty();
        assertThat(lab.look().orphans()).isEmpty();
    }

    private static List<MatrixPoint> points() {
        MatrixTrace trace = new MatrixTrace(clearover);
        String windows = names(LabVm::windows).get(0);
        String linux = names(vm -> !vm.windows()).get(0);
        Stream<MatrixPoint> ofLinux =
                Stream.of(DisturbedOperation.values()).flatMap(each -> trace.of(each, linux, false).stream());
        Stream<MatrixPoint> ofDrivers = Stream.of(DisturbedOperation.TEST, DisturbedOperation.LIVE)
                .flatMap(each -> trace.of(each, windows, true).stream())
                .filter(point -> point.call().equals("driver"));
        return Stream.concat(ofLinux, ofDrivers).toList();
    }

    private static List<String> steps(List<MatrixPoint> points) {
        return points.stream()
                .map(point -> "%s %s %s".formatted(point.operation(), point.undo(), point.step()))
                .distinct()
                .toList();
    }

    /** Of the calls of the same name in a step the first and the last one. */
    private static List<MatrixCell> cells(List<MatrixPoint> points) {
        Map<String, MatrixPoint> first = by(points, (one, other) -> one);
        Map<String, MatrixPoint> last = by(points, (one, other) -> other);
        return Stream.concat(first.values().stream(), last.values().stream())
                .distinct()
                .flatMap(point -> Stream.of(MatrixFault.values())
                        .filter(fault -> isPossible(point.call(), fault))
                        .map(fault -> new MatrixCell(point, fault)))
                .toList();
    }

    private static Map<String, MatrixPoint> by(List<MatrixPoint> points, BinaryOperator<MatrixPoint> which) {
        return points.stream()
                .collect(Collectors.toMap(
                        point -> "%s %s %s %s %s"
                                .formatted(point.operation(), point.undo(), point.step(), point.call(), point.ofVm()),
                        point -> point,
                        which,
                        LinkedHashMap::new));
    }

    private static boolean isPossible(String call, MatrixFault fault) {
        try {
            lab.faults().end(lab.faults().add(fault.on(call, 0)));
            return !(call.equals("driver") && fault == MatrixFault.GONE);
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }

    /** Each step of each operation, each call and each fault. */
    private static List<MatrixCell> slice(List<MatrixCell> all) {
        List<MatrixCell> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(Chance.seed("matrix")));
        Set<String> seen = new HashSet<>();
        List<MatrixCell> slice = new ArrayList<>();
        for (MatrixCell cell : shuffled) {
            if (seen.addAll(tried(cell))) {
                slice.add(cell);
            }
        }
        return slice;
    }

    private static Set<String> tried(MatrixCell cell) {
        MatrixPoint point = cell.point();
        return Set.of(
                "step %s %s %s".formatted(point.operation(), point.undo(), point.step()),
                "call %s %s".formatted(point.call(), point.ofVm()),
                "fault " + cell.fault());
    }

    private static List<String> names(Predicate<LabVm> kind) {
        return vms.stream().filter(kind).map(LabVm::name).toList();
    }

    private static void run(List<MatrixCell> cells, MatrixReport report) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletableFuture.allOf(cells.stream()
                            .map(cell -> CompletableFuture.runAsync(
                                    () -> run(cell, cell.needsDrivers() ? windows : linux, report), threads))
                            .toArray(CompletableFuture[]::new))
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The last cell on each VM has no other behind it. */
    private static List<String> unusable() {
        return linux.parallelStream().filter(vm -> !isUsable(vm)).toList();
    }

    private static boolean isUsable(String vm) {
        jobs.ended(DisturbedOperation.startFailover(clearover, vm, false, false), clearover);
        boolean failedOver = lab.look().of(vm).isFailedOver();
        jobs.ended(DisturbedOperation.startRollback(clearover, vm, false), clearover);
        return failedOver && MatrixRun.isAsAtFirst(lab.look().of(vm));
    }

    /** A VM that a cell broke is of no use for others. */
    private static void run(MatrixCell cell, BlockingQueue<String> free, MatrixReport report) {
        String vm = free.poll();
        if (vm == null) {
            report.add(cell, "no VM", List.of("not tried: too many VMs were broken"));
            return;
        }
        MatrixRun run = new MatrixRun(clearover, jobs, cell, vm);
        List<String> problems = run.problems();
        report.add(cell, vm, problems);
        if (problems.isEmpty() || run.mend()) {
            free.add(vm);
        }
    }
}
