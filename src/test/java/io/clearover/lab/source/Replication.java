package io.clearover.lab.source;

import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.site.Timing;
import io.clearover.lab.state.ChangeId;
import io.clearover.lab.state.Due;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Sync;
import io.clearover.lab.state.Volume;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code POST /replicate}: starts incremental replications and, when they are due, brings their data to the volumes. */
public final class Replication implements Due {

    private static final Pattern EXPORT = Pattern.compile("nbd://[^/:]+:\\d+/migration-vol-([0-9a-fA-F-]{36})");
    private static final double SECONDS = 1.6;
    private static final int KEPT = 200;
    private static final long MB = 1024 * 1024;

    private final Timing timing;

    public Replication(Timing timing) {
        this.timing = timing;
    }

    Document start(JsonObject request, State state, Instant now) {
        Login.check(
                request.getString("vcenter", ""),
                request.getString("username", ""),
                request.getString("password", ""),
                "Failed to start replication");
        Sync sync = new Sync();
        sync.jobId = jobId(request, state);
        sync.vmName = vm(request).name();
        sync.volumeIds = volumes(request, state);
        sync.startedAt = now.toEpochMilli();
        sync.dueAt = sync.startedAt + timing.time(sync.vmName, SECONDS).toMillis();
        sync.previousChangeId = state.changeIds.get(sync.vmName);
        sync.changeId = ChangeId.next(sync.vmName, sync.previousChangeId);
        sync.totalBytes = (64 + new Random(sync.changeId.hashCode()).nextInt(700)) * MB;
        state.syncs.add(sync);
        forgetOld(state);
        return Document.of("job_id", sync.jobId)
                .with("status", "started")
                .with("vm_count", 1)
                .with("started_at", now.toString());
    }

    private static void forgetOld(State state) {
        while (state.syncs.size() > KEPT && (state.syncs.get(0).applied || state.syncs.get(0).failed)) {
            state.syncs.remove(0);
        }
    }

    private static String jobId(JsonObject request, State state) {
        String jobId = request.getString("job_id", "");
        if (jobId.isEmpty()) {
            throw new SourceError(400, "Missing required field: job_id");
        }
        if (state.sync(jobId).isPresent()) {
            throw new SourceError(400, "Job already exists: " + jobId);
        }
        return jobId;
    }

    private static LabVm vm(JsonObject request) {
        JsonArray paths =
                request.containsKey("vm_paths") ? request.getJsonArray("vm_paths") : JsonArray.EMPTY_JSON_ARRAY;
        if (paths.size() != 1) {
            throw new SourceError(400, "vm_paths must name one VM");
        }
        String path = ((JsonString) paths.get(0)).getString();
        return Fleet.at(path).orElseThrow(() -> new SourceError(404, "VM not found at path " + path));
    }

    private static List<String> volumes(JsonObject request, State state) {
        JsonArray targets =
                request.containsKey("nbd_targets") ? request.getJsonArray("nbd_targets") : JsonArray.EMPTY_JSON_ARRAY;
        if (targets.isEmpty()) {
            throw new SourceError(400, "nbd_targets must not be empty");
        }
        return targets.stream()
                .map(target -> volume(target.asJsonObject().getString("device_path", ""), state))
                .toList();
    }

    private static String volume(String export, State state) {
        Matcher matcher = EXPORT.matcher(export);
        if (!matcher.matches()) {
            throw new SourceError(400, "invalid NBD target: " + export);
        }
        return state.volume(matcher.group(1))
                .filter(volume -> volume.attachedTo(Destination.APPLIANCE_VM_ID))
                .map((Volume volume) -> volume.id)
                .orElseThrow(() -> new SourceError(
                        500,
                        "NBD export migration-vol-%s not found: export not available".formatted(matcher.group(1))));
    }

    @Override
    public boolean settle(State state, Instant now) {
        List<Sync> due = state.syncs.stream()
                .filter(sync -> !sync.applied && !sync.failed && sync.dueAt <= now.toEpochMilli())
                .toList();
        due.forEach(sync -> {
            if (sync.doomed) {
                fail(state, sync);
            } else {
                apply(state, sync);
            }
        });
        return !due.isEmpty();
    }

    private static void fail(State state, Sync sync) {
        sync.volumeIds.forEach(
                id -> state.volume(id).ifPresent(volume -> volume.content = "replicated half of " + sync.changeId));
        sync.failed = true;
    }

    /** Lets one that has just been started take the fault's delay, if it has one, or fail half-way. */
    static void befall(Sync sync, Fault fault, Instant now) {
        sync.doomed = fault.kind() == FaultKind.FAIL_JOB;
        if (!fault.delay().isZero()) {
            sync.dueAt = now.plus(fault.delay()).toEpochMilli();
        }
    }

    private static void apply(State state, Sync sync) {
        sync.volumeIds.forEach(id -> state.volume(id).ifPresent(volume -> {
            volume.content = "replicated " + sync.changeId;
            volume.converted = false;
        }));
        state.changeIds.put(sync.vmName, sync.changeId);
        sync.applied = true;
    }
}
