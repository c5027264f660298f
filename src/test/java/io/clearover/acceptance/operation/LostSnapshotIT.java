package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.LabClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody has removed the snapshot that a rollback needs. */
@WithClearover
class LostSnapshotIT {

    private JsonObject status;

    @BeforeEach
    void rollBackWithoutSnapshot(Clearover clearover) throws Exception {
        clearover.ended(clearover.startTestFailover("web01"));
        String snapshot = clearover.text("SELECT snapshot_id FROM ossea_volumes WHERE vm_context_id = '%s' ORDER BY id"
                .formatted(clearover.contextId("web01")));
        new LabClient(clearover.installation().lab().url()).finished("deleteSnapshot", "id", snapshot);
        status = clearover.ended(clearover.startRollback("web01"));
    }

    @Test
    void the_rollback_fails_and_says_why(Clearover clearover) {
        assertThat(status.getString("status")).isEqualTo("failed");
        assertThat(status.getString("cause")).isEqualTo("snapshot-missing");
        assertThat(clearover.vm("web01").getString("current_status")).isEqualTo("cleanup_required");
    }

    @Test
    void the_next_rollback_gives_the_volumes_back_and_the_vm_must_be_replicated_before_it_fails_over(
            Clearover clearover) {
        JsonObject next = clearover.ended(clearover.startRollback("web01"));

        JsonObject failover = clearover.ended(clearover.startTestFailover("web01"));
        assertThat(next.getString("status")).isEqualTo("completed");
        assertThat(clearover.installation().lab().look().of("web01").orphans()).isEmpty();
        assertThat(failover.getString("status")).isEqualTo("failed");
        assertThat(failover.getString("failed_step_friendly")).isEqualTo("Pre-flight Validation");
        assertThat(failover.get("cause")).isNotEqualTo(JsonValue.NULL);
    }
}
