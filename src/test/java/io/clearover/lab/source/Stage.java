package io.clearover.lab.source;

import java.util.Arrays;

/** The stages of a replication, in order, each with the share of the whole time at which it ends. */
enum Stage {
    DISCOVER("Discover", "Preparing", 0.06),
    ENABLE_CBT("EnableCBT", "Preparing", 0.12),
    QUERY_CBT("QueryCBT", "Preparing", 0.2),
    SNAPSHOT("Snapshot", "Snapshotting", 0.3),
    PREPARE_VOLUMES("PrepareVolumes", "Preparing", 0.35),
    START_EXPORTS("StartExports", "Preparing", 0.4),
    TRANSFER("Transfer", "Streaming", 0.85),
    FINALIZE("Finalize", "Finalizing", 0.95),
    PERSIST_CHANGE_IDS("PersistChangeIDs", "Finalizing", 1);

    private final String label;
    private final String status;
    private final double end;

    Stage(String label, String status, double end) {
        this.label = label;
        this.status = status;
        this.end = end;
    }

    /** The stage after a share of the whole time. */
    static Stage at(double share) {
        return Arrays.stream(values())
                .filter(stage -> share < stage.end)
                .findFirst()
                .orElse(PERSIST_CHANGE_IDS);
    }

    /** How much of the data has been moved after a share of the whole time, from 0 to 1. */
    static double moved(double share) {
        double begin = START_EXPORTS.end;
        return Math.max(0, Math.min(1, (share - begin) / (TRANSFER.end - begin)));
    }

    String label() {
        return label;
    }

    String status() {
        return status;
    }
}
