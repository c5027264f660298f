package io.clearover.acceptance.model;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.site.LabVm;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several operators at once, each of whom does something at random. What they get must be one of the answers promised. */
final class ModelClients implements AutoCloseable {

    private static final String FAILOVER = "/api/v1/failover/";

    /** Accepted; not allowed now; nothing there yet. */
    private static final Set<Integer> PROMISED = Set.of(202, 404, 409);

    private static final List<String> CALLS = List.of(
            "createSnapshot",
            "deployVirtualMachine",
            "detachVolume",
            "attachVolume",
            "startVirtualMachine",
            "stopVirtualMachine",
            "revertSnapshot",
            "deleteSnapshot",
            "destroyVirtualMachine",
            "deleteVolume",
            "listVolumes",
            "power-off",
            "power-on",
            "replicate",
            "progress");

    private static final List<FaultKind> KINDS = List.of(
            FaultKind.REFUSE,
            FaultKind.DELAY,
            FaultKind.DROP_BEFORE,
            FaultKind.DROP_AFTER,
            FaultKind.RUBBISH,
            FaultKind.UNAVAILABLE,
            FaultKind.FAIL_JOB,
            FaultKind.SLOW_JOB);

    private final Clearover clearover;
    private final Lab lab;
    private final List<LabVm> vms;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    ModelClients(Clearover clearover, List<LabVm> vms, Random random) {
        this.clearover = clearover;
        this.lab = clearover.installation().lab();
        this.vms = vms;
        this.random = random;
    }

    /** How often what was done, and answered how. */
    Map<String, Integer> counts() {
        return new TreeMap<>(answers);
    }

    /**
     * So many do something at the same time.
     *
     * @return what they did
     */
    List<String> act(int clients) {
        List<Future<String>> acts = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            acts.add(threads.submit(next()::get));
        }
        return acts.stream().map(ModelClients::result).toList();
    }

    /** Decided here, in order, so that a seed repeats it. */
    private Supplier<String> next() {
        LabVm vm = vms.get(random.nextInt(vms.size()));
        int dice = random.nextInt(100);
        if (dice < 22) {
            return () -> post("test", vm, FAILOVER + "test", "{\"vm_name\": \"%s\"}".formatted(vm.name()));
        }
        if (dice < 40) {
            return () -> post("live", vm, FAILOVER + "live", "{\"vm_name\": \"%s\"}".formatted(vm.name()));
        }
        if (dice < 62) {
            return () -> rollBack(vm);
        }
        if (dice < 70) {
            return () -> onNewest("cancel", vm);
        }
        if (dice < 78) {
            return () -> onNewest("retry", vm);
        }
        return dice < 88 ? fault(vm) : () -> watch(vm);
    }

    private Supplier<String> fault(LabVm vm) {
        String call = CALLS.get(random.nextInt(CALLS.size()));
        FaultKind kind = KINDS.get(random.nextInt(KINDS.size()));
        Fault fault = Fault.of(call, kind)
                .forVm(vm.name())
                .after(random.nextInt(2))
                .delay(Duration.ofMillis(random.nextInt(2_000)));
        return () -> {
            try {
                lab.faults().add(fault);
                return "%s of %s for %s".formatted(kind.text(), call, vm.name());
            } catch (IllegalArgumentException impossible) {
                return "nothing";
            }
        };
    }

    /** A live failover's rollback switches the source on, so that all is as before. */
    private String rollBack(LabVm vm) {
        String body = "{\"vm_name\": \"%s\", \"power_on_source\": %s}";
        String path = FAILOVER + "rollback";
        Api.Answer answer = clearover.as("operator").post(path, body.formatted(vm.name(), true));
        return answer.status() == 400
                ? post("rollback", vm, path, body.formatted(vm.name(), false))
                : count("rollback", vm, answer);
    }

    private String onNewest(String what, LabVm vm) {
        JsonArray jobs = clearover.recentJobs(vm.name()).getJsonArray("jobs");
        return jobs.isEmpty()
                ? "nothing"
                : post(what, vm, FAILOVER + jobs.getJsonObject(0).getString("job_id") + "/" + what, "");
    }

    private String post(String what, LabVm vm, String path, String body) {
        return count(what, vm, clearover.as("operator").post(path, body));
    }

    private String count(String what, LabVm vm, Api.Answer answer) {
        if (!PROMISED.contains(answer.status())) {
            throw new AssertionError("%s %s: %d %s".formatted(what, vm.name(), answer.status(), answer.text()));
        }
        answers.merge(what + " " + answer.status(), 1, Integer::sum);
        return "%s %s: %d".formatted(what, vm.name(), answer.status());
    }

    /** Until what runs on the VM has ended. */
    private String watch(LabVm vm) {
        awaitNothingRuns(vm);
        return "watched " + vm.name();
    }

    /** Nothing goes wrong any more; each VM is brought back, in as many tries as there are steps of repair. */
    void rollBackAll() {
        lab.faults().clear();
        vms.forEach(vm -> {
            awaitNothingRuns(vm);
            if (!state(vm).equals("ready_for_failover")) {
                rollBack(vm);
                awaitNothingRuns(vm);
            }
            if (!state(vm).equals("ready_for_failover")) {
                throw new AssertionError("%s can't be rolled back: %s".formatted(vm.name(), clearover.vm(vm.name())));
            }
        });
    }

    private void awaitNothingRuns(LabVm vm) {
        String running = "SELECT id FROM job_tracking WHERE context_id = '%s' AND owner LIKE 'clearover@%%'"
                + " AND status IN ('pending', 'running')";
        String job = clearover.text(running.formatted(vm.contextId()));
        if (job != null) {
            clearover.ended(job);
        }
    }

    private String state(LabVm vm) {
        return clearover.vm(vm.name()).getString("current_status");
    }

    private static String result(Future<String> act) {
        try {
            return act.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
