package io.clearover.operation.rest;

import io.clearover.job.Job;
import io.clearover.operation.Intent;
import io.clearover.operation.OpenedOperation;
import java.util.ArrayList;
import java.util.List;

/** What whoever starts a failover with certain options should know. */
public final class Warnings {

    private Warnings() {}

    /** For a start or its retry; a rollback has none. */
    public static List<String> of(OpenedOperation opened) {
        Job job = opened.job();
        return job.kind().isFailover()
                ? of(new Intent(opened.vm(), job.type(), job.metadata().options()))
                : List.of();
    }

    private static List<String> of(Intent intent) {
        List<String> warnings = new ArrayList<>();
        if (intent.risksNoDrivers()) {
            warnings.add(
                    "Without driver installation this Windows VM starts only if its KVM drivers are installed already.");
        }
        if (intent.risksTwoRunning()) {
            warnings.add("The source VM stays on: it and the new VM can run at the same time, with the same name and"
                    + " addresses, and what the source changes from now on is not copied.");
        }
        if (intent.risksOldData()) {
            warnings.add("Without the final synchronization, what the source VM changed since its last replication is"
                    + " missing in the new VM.");
        }
        return warnings;
    }
}
