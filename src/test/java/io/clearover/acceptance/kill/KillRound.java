package io.clearover.acceptance.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.DisturbedOperation;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.watch.Act;
import io.clearover.lab.watch.Acts;
import io.clearover.lab.watch.Look;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One kill of the server, with each VM at a point of its own, and what became of them. */
final class KillRound {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /**
     * What may be done twice: going back to a snapshot, since nobody can see whether that was done; and stopping a VM that
     * is stopping.
     */
    private static final Set<String> HARMLESS = Set.of("revertSnapshot", "stopVirtualMachine");

    private final Clearover clearover;
    private final KillHolds holds;
    private final Lab lab;
    private final Look asReplicated;
    private final List<Victim> victims = new ArrayList<>();
    private final List<KillPoint> reached = new ArrayList<>();

    /** @param asReplicated the data centre before all failovers */
    KillRound(Clearover clearover, KillHolds holds, Look asReplicated) {
        this.clearover = clearover;
        this.holds = holds;
        this.lab = clearover.installation().lab();
        this.asReplicated = asReplicated;
    }

    /** A VM that the kill hits. */
    private record Victim(LabVm vm, KillPoint point, String job, BooleanSupplier arrived) {}

    /**
     * Starts the operation of each VM, kills the server when all are at their points, and starts it again.
     *
     * @return what isn't as it should be, one line each
     */
    List<String> run(Map<LabVm, KillPoint> points) {
        lab.forgetActs();
        bring(points, point -> !point.passes());
        bring(points, KillPoint::passes);
        victims.stream().filter(this::isThere).map(Victim::point).forEach(reached::add);
        restart();
        long ready = System.nanoTime();
        Map<Victim, JsonObject> ended = new LinkedHashMap<>();
        victims.forEach(victim -> ended.put(victim, clearover.ended(victim.job(), "admin")));
        assertThat(Duration.ofNanos(System.nanoTime() - ready)).isLessThan(A_MINUTE);
        return judge(ended);
    }

    /** All of them to their points. */
    private void bring(Map<LabVm, KillPoint> points, Predicate<KillPoint> those) {
        points.forEach((vm, point) -> {
            if (those.test(point)) {
                victims.add(start(vm, point));
            }
        });
        victims.forEach(victim -> await("%s at %s".formatted(victim.vm().name(), victim.point()))
                .atMost(A_MINUTE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(victim.arrived()::getAsBoolean));
    }

    private Victim start(LabVm vm, KillPoint point) {
        BooleanSupplier arrived;
        point.operation().doom(lab, vm.name());
        if (point.fault() == null) {
            holds.hold(vm.contextId(), point.place());
            arrived = () -> holds.isAt(vm.contextId(), point.place());
        } else {
            ArmedFault fault = lab.faults().add(point.fault().apply(vm));
            arrived = () -> fault.fired() > 0;
        }
        return new Victim(vm, point, point.operation().start(clearover, vm.name(), true), arrived);
    }

    /** The points that the kill hit: on a slow machine, a VM may have left its own before all others came to theirs. */
    List<KillPoint> reached() {
        return List.copyOf(reached);
    }

    private boolean isThere(Victim victim) {
        KillPoint point = victim.point();
        return point.fault() == null
                ? holds.isAt(victim.vm().contextId(), point.place())
                : clearover.number(
                                "SELECT COUNT(*) FROM job_steps WHERE job_id = '%s' AND seq = %d AND status = 'running'"
                                        .formatted(victim.job(), point.step()))
                        == 1;
    }

    private void restart() {
        clearover.installation().server().kill();
        lab.faults().clear();
        holds.release();
        clearover.installation().startServer();
    }

    private List<String> judge(Map<Victim, JsonObject> ended) {
        Look look = lab.look();
        Acts acts = lab.acts();
        List<String> wrong = new ArrayList<>();
        ended.forEach((victim, status) -> {
            List<String> found = new ArrayList<>();
            if (reached.contains(victim.point())) {
                found.addAll(outcome(victim, status));
            }
            found.addAll(site(victim, look.of(victim.vm().name()), status));
            found.addAll(repeated(acts.of(victim.vm().name())));
            found.addAll(summary(victim, status));
            found.forEach(text -> wrong.add("%s at %s: %s".formatted(victim.vm().name(), victim.point(), text)));
        });
        return wrong;
    }

    private static List<String> outcome(Victim victim, JsonObject status) {
        if (victim.point().completes()) {
            List<String> found = new ArrayList<>(expect("status", "completed", status.getString("status")));
            found.addAll(expect("times resumed", victim.point().isResumed() ? 1 : 0, status.getInt("resumed")));
            return found;
        }
        List<String> found = new ArrayList<>(expect("status", "failed", status.getString("status")));
        String cause = victim.point().operation() == DisturbedOperation.UNDO_OF_LIVE
                ? DisturbedOperation.DOOMED_CALL
                : "interrupted";
        if (!status.getString("technical_details", "").contains(cause)) {
            found.add("it isn't told that it failed by " + cause + ": " + status.get("technical_details"));
        }
        if (status.getString("error_message_user", "").isBlank()) {
            found.add("its failure isn't explained");
        }
        return found;
    }

    private List<String> site(Victim victim, Site site, JsonObject status) {
        List<String> found = new ArrayList<>(site.orphans());
        boolean failedOver = isFailedOver(victim, status);
        String difference = asReplicated.of(victim.vm().name()).difference(site);
        if (failedOver && !site.isFailedOver()) {
            found.add("it isn't failed over: " + site.facts());
        }
        if (!failedOver && !difference.isEmpty()) {
            found.add("it isn't as before: " + difference + " in " + status);
        }
        return found;
    }

    /** A VM may have left its point before the kill, on a slow machine; what its job says must hold all the same. */
    private static boolean isFailedOver(Victim victim, JsonObject status) {
        return !victim.point().operation().isRollback()
                && status.getString("status").equals("completed");
    }

    private static List<String> repeated(Acts acts) {
        List<Act> others = acts.all().stream()
                .filter(act -> !HARMLESS.contains(act.command()))
                .toList();
        return new Acts(others).repeated();
    }

    private List<String> summary(Victim victim, JsonObject status) {
        JsonObject vm = clearover.vm(victim.vm().name());
        JsonObject summary = vm.getJsonObject("last_operation");
        String state = isFailedOver(victim, status)
                ? victim.point().operation() == DisturbedOperation.TEST ? "failed_over_test" : "failed_over_live"
                : "ready_for_failover";
        List<String> found = new ArrayList<>(expect("VM's state", state, vm.getString("current_status")));
        found.addAll(expect("job of the summary", victim.job(), summary.getString("job_id")));
        found.addAll(expect("status of the summary", status.get("status"), summary.get("status")));
        found.addAll(
                expect("failed step of the summary", status.get("failed_step_friendly"), summary.get("failed_step")));
        return found;
    }

    private static List<String> expect(String what, Object expected, Object found) {
        return expected == null
                ? found == null ? List.of() : differs(what, expected, found)
                : expected.equals(found) ? List.of() : differs(what, expected, found);
    }

    private static List<String> differs(String what, Object expected, Object found) {
        return List.of("%s is %s, not %s".formatted(what, found, expected));
    }
}
