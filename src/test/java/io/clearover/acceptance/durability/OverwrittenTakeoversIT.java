package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A server dies, and another program overwrites what is recorded of its operations before the next server takes them over. A
 * start takes a server long, so one death meets all: each operation on a VM of its own.
 */
@WithClearover
class OverwrittenTakeoversIT extends OverwrittenRecords {

    private static final int LOAD_VMS = 5;

    /** An operation that a killed server leaves behind. */
    private record Left(String vm, String job) {}

    @BeforeEach
    void grow() {
        lab.grow(LOAD_VMS);
        lab.seed(clearover.installation().dataSource());
        before = lab.look();
    }

    @TestFactory
    Stream<DynamicTest> of_what_is_taken_over_with_its_record_wiped() {
        clearover.ended(live("load-05"));
        Left rollback = left("load-05", "attachVolume", this::rollback);
        Left snapshot = left("load-01", "createSnapshot", clearover::startTestFailover);
        Left deployment = left("load-02", "queryAsyncJobResult:deployVirtualMachine", clearover::startTestFailover);
        Left sync = left("load-03", "replicate", this::live);
        Left attachment = left("web01", "attachVolume", this::live);
        Left boot = left("load-04", "queryAsyncJobResult:startVirtualMachine", this::live);

        clearover.installation().server().kill();
        wipe(rollback.job(), NOTHING);
        wipeWithVm(snapshot, NOTHING);
        wipeWithVm(deployment, "'{}'");
        wipeWithVm(sync, "'nonsense'");
        wipeWithVm(attachment, "'{\"plan\": [\"validation\"]}'");
        wipeWithVm(boot, NOTHING);
        clearover.letGo();
        clearover.installation().startServer();

        return Stream.of(
                dynamicTest("a failover that takes its snapshots is undone", () -> assertUndone(snapshot)),
                dynamicTest("a failover that makes its VM is undone", () -> assertUndone(deployment)),
                dynamicTest(
                        "a live failover in its final sync is undone and its source runs", () -> assertUndone(sync)),
                dynamicTest(
                        "a live failover that attaches its volumes is undone and its source runs",
                        () -> assertUndone(attachment)),
                dynamicTest(
                        "a live failover that starts its VM is undone and its source runs", () -> assertUndone(boot)),
                dynamicTest("a rollback fails and the next one frees the VM", () -> assertFailedAndFreed(rollback)));
    }

    private Left left(String vm, String call, UnaryOperator<String> start) {
        return new Left(vm, held(vm, call, 0, () -> start.apply(vm)));
    }

    private void wipeWithVm(Left failover, String value) {
        wipe(failover.job(), value);
        clearover.sql("UPDATE failover_jobs SET destination_vm_id = NULL WHERE vm_context_id = '%s'"
                .formatted(clearover.contextId(failover.vm())));
    }

    private void assertUndone(Left failover) {
        assertUndone(failover.vm(), clearover.ended(failover.job(), "admin"));
    }

    private void assertFailedAndFreed(Left rollback) {
        JsonObject status = clearover.ended(rollback.job());
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(clearover.vm(rollback.vm()).getString("current_status")).isEqualTo("cleanup_required");
        assertThat(clearover.ended(rollback(rollback.vm())).getString("status")).isEqualTo("completed");
        assertFreed(rollback.vm());
    }
}
