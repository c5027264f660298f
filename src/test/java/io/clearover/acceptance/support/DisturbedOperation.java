package io.clearover.acceptance.support;

import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import java.util.List;
import java.util.Locale;

/** What tests disturb: the matrix by faults of the calls, the kill test by the death of the server. */
public enum DisturbedOperation {
    TEST(false, false, false),
    LIVE(true, false, false),
    /** A failover that fails at its last but one step, and the undo of all that it did. */
    UNDO_OF_TEST(false, true, false),
    UNDO_OF_LIVE(true, true, false),
    ROLLBACK_OF_TEST(false, false, true),
    ROLLBACK_OF_LIVE(true, false, true);

    /** Where a failover fails whose undo is disturbed. */
    public static final String DOOMED_STEP = "vm-startup-and-validation";

    public static final String DOOMED_CALL = "startVirtualMachine";

    private final boolean live;
    private final boolean doomed;
    private final boolean rollback;

    DisturbedOperation(boolean live, boolean doomed, boolean rollback) {
        this.live = live;
        this.doomed = doomed;
        this.rollback = rollback;
    }

    public boolean isLive() {
        return live;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a rollback rolls back. */
    public DisturbedOperation failover() {
        return live ? LIVE : TEST;
    }

    public boolean isRollback() {
        return rollback;
    }

    /** Whether it is made to fail, for the sake of its undo. */
    public boolean isDoomed() {
        return doomed;
    }

    /** What makes it fail; empty unless it is doomed. */
    public List<ArmedFault> doom(Lab lab, String vm) {
        return doomed
                ? List.of(lab.faults()
                        .add(Fault.of(DOOMED_CALL, FaultKind.FAIL_JOB).forVm(vm)))
                : List.of();
    }

    /** Starts it, and gives the job's id. */
    public String start(Clearover clearover, String vm, boolean drivers) {
        return rollback ? startRollback(clearover, vm, live) : startFailover(clearover, vm, live, drivers);
    }

    public static String startFailover(Clearover clearover, String vm, boolean live, boolean drivers) {
        return clearover.start(
                "/api/v1/failover/" + (live ? "live" : "test"),
                "{\"vm_name\": \"%s\", \"skip_virtio\": %s}".formatted(vm, !drivers));
    }

    public static String startRollback(Clearover clearover, String vm, boolean live) {
        return clearover.start(
                "/api/v1/failover/rollback", "{\"vm_name\": \"%s\", \"power_on_source\": %s}".formatted(vm, live));
    }
}
