package io.clearover.acceptance.matrix;

import static io.clearover.acceptance.support.DisturbedOperation.startFailover;
import static io.clearover.acceptance.support.DisturbedOperation.startRollback;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.acceptance.support.MatrixJobs;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.watch.Act;
import io.clearover.lab.watch.Acts;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Runs one cell of the matrix on a VM that is ready for failover, and leaves it so. For one thread. */
final class MatrixRun {

    private static final String READY = "ready_for_failover";

    /** Who disturbs all, because a call doesn't tell its VM, has to be alone. */
    private static final ReadWriteLock STORM = new ReentrantReadWriteLock(true);

    private final Clearover clearover;
    private final MatrixJobs jobs;
    private final Lab lab;
    private final MatrixCell cell;
    private final String vm;
    private final List<String> problems = new ArrayList<>();

    MatrixRun(Clearover clearover, MatrixJobs jobs, MatrixCell cell, String vm) {
        this.clearover = clearover;
        this.jobs = jobs;
        this.lab = clearover.installation().lab();
        this.cell = cell;
        this.vm = vm;
    }

    /** What was not as it should be; empty if the cell passed. */
    List<String> problems() {
        try {
            if (operation().isRollback()) {
                end(() -> startFailover(clearover, vm, operation().isLive(), false), "the failover before");
            }
            under(cell.isForAlone() ? STORM.writeLock() : STORM.readLock(), () -> {
                disturb();
                return true;
            });
            follow();
        } catch (RuntimeException | AssertionError broken) {
            problems.add(broken.toString().lines().findFirst().orElse(""));
        }
        return problems;
    }

    private DisturbedOperation operation() {
        return cell.point().operation();
    }

    private void disturb() {
        Site before = site();
        int done = acts().size();
        List<ArmedFault> doom = operation().doom(lab, vm);
        Fault fault = cell.fault().on(cell.point().call(), cell.point().occurrence());
        ArmedFault armed = lab.faults().add(cell.isForAlone() ? fault : fault.forVm(vm));
        String job;
        try {
            job = operation().start(clearover, vm, cell.needsDrivers());
            jobs.ended(job, clearover);
        } finally {
            doom.forEach(lab.faults()::end);
            lab.faults().end(armed);
        }
        require(armed.fired() > 0, "the fault never befell a call");
        new MatrixJudgement(clearover, cell, vm, problems).judge(job, before, site());
        requireNothingTwice(acts().subList(done, acts().size()));
    }

    private void requireNothingTwice(List<Act> acts) {
        List<String> twice = new Acts(acts)
                .repeated().stream()
                        // going back to a snapshot once more changes nothing, and can't be looked at
                        .filter(text -> !text.contains(": revertSnapshot of "))
                        .toList();
        require(twice.isEmpty(), "done twice: " + twice);
    }

    /** What is there after the cell can be rolled back; what is ready then is used by the next cell on this VM. */
    private void follow() {
        if (!status().equals(READY)) {
            end(() -> startRollback(clearover, vm, operation().isLive()), "the next rollback");
        }
        require(status().equals(READY), "at the end the VM is " + status());
        require(isAsAtFirst(site()), "at the end there is " + site().facts());
    }

    static boolean isAsAtFirst(Site site) {
        return site.isUntouched() && site.sourcePower().equals("poweredOn");
    }

    /** Brings the VM back after a cell that didn't; false if that is not possible. */
    boolean mend() {
        try {
            if (!status().equals(READY)) {
                calm(() -> jobs.ended(startRollback(clearover, vm, operation().isLive()), clearover));
            }
            return status().equals(READY) && isAsAtFirst(site());
        } catch (RuntimeException | AssertionError hopeless) {
            return false;
        }
    }

    /** An operation that nothing disturbs, not even what disturbs all. */
    private void end(Supplier<String> start, String what) {
        JsonObject status = calm(() -> jobs.ended(start.get(), clearover));
        if (!status.getString("status").equals("completed")) {
            throw new AssertionError("%s is %s: %s"
                    .formatted(what, status.getString("status"), status.getString("technical_details", "")));
        }
    }

    private <T> T calm(Supplier<T> work) {
        return under(STORM.readLock(), work);
    }

    private static <T> T under(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Site site() {
        return lab.look().of(vm);
    }

    private List<Act> acts() {
        return lab.acts().of(vm).all();
    }

    private String status() {
        return jobs.vmStatus(Fleet.named(vm).orElseThrow().contextId());
    }

    private void require(boolean fine, String otherwise) {
        if (!fine) {
            problems.add(otherwise);
        }
    }
}
