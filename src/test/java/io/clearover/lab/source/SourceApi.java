package io.clearover.lab.source;

import io.clearover.lab.fault.About;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.fault.Faults;
import io.clearover.lab.fault.Service;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Document;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.site.Timing;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Store;
import io.clearover.lab.watch.ActLog;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source appliance's doors below {@code /api/v1}. */
public final class SourceApi implements Service {

    /** Names of its calls. */
    public static final Set<String> CALLS =
            Set.of("health", "discover", "replicate", "progress", "cleanup", "power-state", "power-off", "power-on");

    /** What can happen to a replication that has been started. */
    public static final Set<FaultKind> REPLICATION_FAULTS = EnumSet.of(FaultKind.FAIL_JOB, FaultKind.SLOW_JOB);

    private static final String BASE = "/api/v1";
    private static final Pattern VM = Pattern.compile(BASE + "/vm/([^/]+)/(power-state|power-off|power-on)");
    private static final Pattern PROGRESS = Pattern.compile(BASE + "/progress/([^/]+)");

    /** Of a power-off, in seconds. */
    private static final int DEFAULT_TIMEOUT = 300;

    private final Store store;
    private final Replication replication;
    private final Guests guests;
    private final Timing timing;
    private final Faults faults;
    private final ActLog acts;
    private final Instant startedAt;

    public SourceApi(Store store, Replication replication, Guests guests, Timing timing, Faults faults, ActLog acts) {
        this.store = store;
        this.faults = faults;
        this.acts = acts;
        this.replication = replication;
        this.guests = guests;
        this.timing = timing;
        this.startedAt = store.now();
    }

    @Override
    public About about(Call call) {
        return store.read(state -> SourceSubject.of(call, state));
    }

    @Override
    public void refuse(Call call) throws IOException {
        call.text(
                500,
                "vCenter connection failed: Post \"https://vcenter.example.com/sdk\": dial tcp 10.30.0.10:443: "
                        + "connect: connection refused");
    }

    @Override
    public void refuseCredentials(Call call) throws IOException {
        call.text(500, Login.REFUSAL.formatted("vCenter connection failed"));
    }

    @Override
    public void answer(Call call) throws IOException {
        try {
            call.answer(200, route(call));
        } catch (SourceError refusal) {
            call.text(refusal.status(), refusal.getMessage());
        } catch (SiteDown broken) {
            call.drop();
        }
    }

    private Document route(Call call) {
        Matcher vm = VM.matcher(call.path());
        Matcher progress = PROGRESS.matcher(call.path());
        if (vm.matches()) {
            return power(call, vm.group(1), vm.group(2));
        }
        if (progress.matches() && call.method().equals("GET")) {
            return progress(progress.group(1));
        }
        return switch (call.method() + " " + call.path()) {
            case "GET " + BASE + "/health" -> health();
            case "POST " + BASE + "/discover" -> store.read(state -> Discovery.answer(call.json(), state));
            case "POST " + BASE + "/replicate" -> replicate(call);
            case "POST " + BASE + "/cleanup" -> cleanup(call.json());
            default -> throw new SourceError(404, "404 page not found");
        };
    }

    private Document health() {
        Instant now = store.now();
        String uptime = Duration.between(startedAt, now).toSeconds() + "s";
        return Document.of("status", "healthy")
                .with("timestamp", now.toString())
                .with("uptime", uptime);
    }

    private Document progress(String jobId) {
        return store.read(state -> state.sync(jobId)
                .map(sync -> new Progress(sync, store.now()).answer())
                .orElseThrow(() -> new SourceError(404, "Job not found: " + jobId)));
    }

    private Document power(Call call, String uuid, String action) {
        if (action.equals("power-state")) {
            Map<String, String> query = call.parameters();
            Login.check(
                    query.get("vcenter"), query.get("username"), query.get("password"), "vCenter connection failed");
            LabVm vm = Power.vm(uuid);
            return store.read(state -> Power.show(vm, state, store.now()));
        }
        JsonObject body = call.json();
        Login.check(
                body.getString("vcenter", null),
                body.getString("username", null),
                body.getString("password", null),
                "vCenter connection failed");
        LabVm vm = Power.vm(uuid);
        boolean force = body.getBoolean("force", false);
        if (action.equals("power-off") && !force) {
            Optional<ArmedFault> fault = faults.take(about(call), FaultKind::inTheGuest);
            if (fault.isPresent()) {
                return linger(vm, fault.get(), body.getInt("timeout", DEFAULT_TIMEOUT));
            }
        }
        pause(timing.time(vm.name(), force ? 0.4 : 1));
        return store.change(state -> turn(vm, state, action, force));
    }

    private Document turn(LabVm vm, State state, String action, boolean force) {
        boolean on = action.equals("power-on");
        if (on != Power.isOn(vm, state)) {
            acts.add(vm.name(), action, vm.vmwareId());
        }
        return Power.turn(vm, state, on, force, store.now());
    }

    private Document replicate(Call call) {
        Optional<ArmedFault> fault = faults.take(about(call), FaultKind::inTheJob);
        return store.change(state -> replicate(call.json(), state, fault));
    }

    private Document replicate(JsonObject request, State state, Optional<ArmedFault> fault) {
        Document answer = replication.start(request, state, store.now());
        fault.map(ArmedFault::fault)
                .ifPresent(how -> Replication.befall(state.syncs.get(state.syncs.size() - 1), how, store.now()));
        String vm = state.syncs.get(state.syncs.size() - 1).vmName;
        acts.add(vm, "replicate", vm);
        return answer;
    }

    /** A VM that is off already has no guest that could take its time. */
    private Document linger(LabVm vm, ArmedFault fault, int timeout) {
        if (!store.read(state -> Power.isOn(vm, state))) {
            return store.change(state -> turn(vm, state, "power-off", false));
        }
        Duration limit = Duration.ofSeconds(timeout);
        Duration takes = fault.fault().delay();
        if (takes.isZero()) {
            fault.pause(limit);
        } else {
            store.change(state -> {
                guests.shutDown(vm, takes, state, store.now());
                return state;
            });
            fault.pause(takes.compareTo(limit) < 0 ? takes : limit);
        }
        return store.read(state ->
                Power.isOn(vm, state) ? Power.stillOn(vm, timeout, store.now()) : Power.shutDown(vm, store.now()));
    }

    private static Document cleanup(JsonObject request) {
        String action = request.getString("action", "");
        if (!action.equals("delete_snapshot") && !action.equals("cleanup_all")) {
            throw new SourceError(400, "Unknown cleanup action: " + action);
        }
        return Document.of("success", true)
                .with("job_id", request.getString("job_id", ""))
                .with("action", action);
    }

    /** The appliance answers a power command only when the VM has obeyed. */
    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
