package io.clearover.lab.source;

import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Document;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.site.Timing;
import io.clearover.lab.state.Store;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The source appliance's doors below {@code /api/v1}. */
public final class SourceApi implements Api {

    private static final String BASE = "/api/v1";
    private static final Pattern VM = Pattern.compile(BASE + "/vm/([^/]+)/(power-state|power-off|power-on)");
    private static final Pattern PROGRESS = Pattern.compile(BASE + "/progress/([^/]+)");

    private final Store store;
    private final Replication replication;
    private final Timing timing;
    private final Instant startedAt;

    public SourceApi(Store store, Replication replication, Timing timing) {
        this.store = store;
        this.replication = replication;
        this.timing = timing;
        this.startedAt = store.now();
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
            case "POST " + BASE + "/replicate" ->
                store.change(state -> replication.start(call.json(), state, store.now()));
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
        pause(timing.time(vm.name(), force ? 0.4 : 1));
        return store.change(state -> Power.turn(vm, state, action.equals("power-on"), force, store.now()));
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
