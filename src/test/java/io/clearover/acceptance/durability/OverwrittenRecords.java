package io.clearover.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.watch.Look;
import io.clearover.lab.watch.Site;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of overwritten records have in common: jobs that are held, wiped, and looked after. */
abstract class OverwrittenRecords {

    static final String NOTHING = "NULL";
    static final String OF_ANOTHER_FORM = "'{\"context_id\": \"ctx-web01-20250901-090000\","
            + " \"vm_name\": \"web01\", \"failover_type\": \"test\", \"external_job_id\": \"theirs\"}'";

    Clearover clearover;
    Lab lab;
    Look before;

    @BeforeEach
    void look(Clearover running) {
        clearover = running;
        lab = clearover.installation().lab();
        before = lab.look();
    }

    /** The job of an operation that waits for the answer to a call that was carried out. */
    String held(String vm, String call, int after, Supplier<String> start) {
        ArmedFault held = clearover.hold(call, vm, after);
        String job = start.get();
        Clearover.awaitHeld(held);
        return job;
    }

    String live(String vm) {
        return clearover.start("/api/v1/failover/live", "{\"vm_name\": \"%s\"}".formatted(vm));
    }

    /** A rollback that switches the source on. */
    String rollback(String vm) {
        return clearover.start(
                "/api/v1/failover/rollback", "{\"vm_name\": \"%s\", \"power_on_source\": true}".formatted(vm));
    }

    void wipe(String job, String value) {
        clearover.sql(
                "SET check_constraint_checks = 0",
                "UPDATE job_tracking SET metadata = %s WHERE id = '%s'".formatted(value, job));
    }

    /** The failover failed for its record, and all that it did is undone. */
    void assertUndone(String vm, JsonObject status) {
        assertThat(status.getString("status")).as(status.toString()).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("record-overwritten");
        assertThat(status.get("failed_step_friendly")).isNotEqualTo(JsonValue.NULL);
        assertThat(clearover.vm(vm).getJsonObject("last_operation").getString("status"))
                .isEqualTo("failed");
        assertFreed(vm);
    }

    /** All is as it was, at the destination and at the source, and the VM is ready. */
    void assertFreed(String vm) {
        assertThat(before.of(vm).difference(site(vm))).isEmpty();
        assertThat(clearover.vm(vm).getString("current_status")).isEqualTo("ready_for_failover");
    }

    /** What is recorded of the VM is enough for its next failover. */
    void assertFailsOver(String vm) {
        assertThat(clearover.ended(clearover.startTestFailover(vm)).getString("status"))
                .isEqualTo("completed");
    }

    Site site(String vm) {
        return lab.look().of(vm);
    }
}
