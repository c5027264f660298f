package io.clearover.lab.seed;

import io.clearover.lab.site.LabVm;
import java.time.Instant;
import java.util.List;

/**
 * Why a replication failed, as the appliance stored it.
 *
 * @param classification the poller's one-word class
 * @param text           the raw error
 * @param stage          where the source appliance was
 * @param progress       percent when it happened
 */
record Failure(String classification, String text, String stage, double progress) {

    /** One of the failures that a healthy site has now and then; each turn gives another. */
    static Failure usual(LabVm vm, String jobId, Instant startedAt, int turn) {
        List<Failure> choice = List.of(
                new Failure(
                        "connection",
                        "SNA progress polling failed: Get \"http://localhost:9081/api/v1/progress/%s\": dial tcp [::1]:9081: connect: connection refused"
                                .formatted(jobId),
                        "Transfer",
                        41.5),
                new Failure(
                        "nbd",
                        "failed to start replication: replication API returned status 500: {\"error\":\"Failed to allocate NBD port\",\"timestamp\":\"%s\"}"
                                .formatted(startedAt),
                        "StartExports",
                        0),
                new Failure(
                        "authentication",
                        "VM discovery failed: SNA discovery API returned status 500: Failed to discover VMs: ServerFaultCode: Cannot complete login due to an incorrect user name or password.",
                        "Discover",
                        0),
                new Failure(
                        "vddk",
                        "replication failed: nbdkit vddk: VixDiskLib_Open: [datastore1] %s/%s.vmdk: You do not have access rights to this file"
                                .formatted(vm.name(), vm.name()),
                        "Transfer",
                        0));
        return choice.get(turn % choice.size());
    }

    /** What an old guest does when its file systems are to be frozen. */
    static Failure quiescing() {
        return new Failure(
                "snapshot",
                "replication failed: failed to create VM snapshot: ServerFaultCode: An error occurred while saving the snapshot: Failed to quiesce the virtual machine.",
                "Snapshot",
                0);
    }

    /** The site does not answer. */
    static Failure siteDown(LabVm vm) {
        return new Failure(
                "connection",
                "VM discovery failed: SNA discovery API returned status 500: vCenter connection failed: Post \"https://%s/sdk\": dial tcp 10.40.0.10:443: connect: no route to host"
                        .formatted(vm.vcenter()),
                "Discover",
                0);
    }
}
