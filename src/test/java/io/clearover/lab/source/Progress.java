package io.clearover.lab.source;

import io.clearover.lab.http.Document;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import io.clearover.lab.state.Sync;
import java.time.Instant;
import java.util.List;

/** {@code GET /progress/{job_id}}: where a replication stands, which follows from the time that has passed. */
final class Progress {

    /** In the middle of the transfer. */
    private static final double HALF_WAY = 0.6;

    private final Sync sync;
    private final Instant now;
    private final double share;

    Progress(Sync sync, Instant now) {
        this.sync = sync;
        this.now = now;
        double whole = sync.dueAt - sync.startedAt;
        this.share = sync.applied
                ? 1
                : sync.failed ? HALF_WAY : Math.min(0.99, (now.toEpochMilli() - sync.startedAt) / Math.max(1, whole));
    }

    Document answer() {
        return Document.of("job_id", sync.jobId)
                .with("stage", Stage.at(share).label())
                .with("status", status())
                .with("started_at", Instant.ofEpochMilli(sync.startedAt).toString())
                .with("updated_at", now.toString())
                .with("aggregate", aggregate())
                .with("cbt", cbt())
                .with("nbd", Document.of("exports", exports()))
                .with("disks", disks());
    }

    private String status() {
        return sync.applied
                ? "Succeeded"
                : sync.failed ? "Failed" : Stage.at(share).status();
    }

    private Document aggregate() {
        return Document.of("total_bytes", sync.totalBytes)
                .with("bytes_transferred", moved(sync.totalBytes))
                .with("throughput_bps", throughput(sync.totalBytes))
                .with("percent", percent());
    }

    private Document cbt() {
        return Document.of("type", "incremental")
                .with("previous_change_id", sync.previousChangeId)
                .with("change_id", sync.applied ? sync.changeId : null);
    }

    private List<Document> exports() {
        return sync.volumeIds.stream()
                .map(id -> Document.of("name", "migration-vol-" + id).with("status", "active"))
                .toList();
    }

    private List<Document> disks() {
        long planned = sync.totalBytes / Math.max(1, sync.volumeIds.size());
        return sync.volumeIds.stream()
                .flatMap(id -> Fleet.diskOf(id).stream())
                .map(disk -> disk(disk, planned))
                .toList();
    }

    private Document disk(LabDisk disk, long planned) {
        return Document.of("id", disk.id())
                .with("label", disk.label())
                .with("planned_bytes", planned)
                .with("bytes_transferred", moved(planned))
                .with("throughput_bps", throughput(planned))
                .with("percent", percent())
                .with("status", status());
    }

    private long moved(long bytes) {
        return Math.round(bytes * Stage.moved(share));
    }

    private long throughput(long bytes) {
        return Stage.at(share) == Stage.TRANSFER ? bytes * 1000 / Math.max(1, sync.dueAt - sync.startedAt) : 0;
    }

    private double percent() {
        return Math.round(Stage.moved(share) * 1000) / 10.0;
    }
}
