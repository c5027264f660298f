package io.clearover.acceptance.api;

import static io.clearover.acceptance.api.OddRows.job;
import static io.clearover.acceptance.api.OddRows.lenient;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VMs whose rows, or whose jobs of other programs, leave open what may be done with them: told, never an error. */
@WithClearover
class OddVmsIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    @Test
    void a_dead_job_of_another_program_does_not_keep_a_vm_from_failing_over(Clearover clearover) {
        job(clearover, "dead", "status = 'running', completed_at = NULL");
        clearover.sql("UPDATE job_tracking SET updated_at = UTC_TIMESTAMP() - INTERVAL 2 DAY WHERE id = 'dead'");

        assertThat(clearover
                        .as("operator")
                        .post("/api/v1/failover/test", "{\"vm_name\": \"web01\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void a_live_job_of_another_program_does(Clearover clearover) {
        job(clearover, "alive", "status = 'running', completed_at = NULL");

        JsonObject problem = ProblemDocument.of(
                clearover.as("operator").post("/api/v1/failover/test", "{\"vm_name\": \"web01\"}"), 409);

        assertThat(problem.getString("detail")).contains("alive");
    }

    @Test
    void a_vm_on_which_another_programs_failover_runs_allows_nothing(Clearover clearover) {
        job(clearover, "odd", "status = 'running', completed_at = NULL");

        JsonObject vm = clearover.vm("web01");

        assertThat(vm.getString("running_job_id")).isEqualTo("odd");
        assertThat(vm.getJsonArray("allowed_actions")).isEmpty();
    }

    @Test
    void a_failover_of_another_program_that_nobody_has_heard_of_for_long_does_not_run(Clearover clearover) {
        job(
                clearover,
                "odd",
                "status = 'running', completed_at = NULL, updated_at = UTC_TIMESTAMP() - INTERVAL 13 HOUR");

        JsonObject vm = clearover.vm("web01");

        assertThat(vm.get("running_job_id")).isEqualTo(JsonValue.NULL);
        assertThat(vm.getJsonArray("allowed_actions")).isNotEmpty();
    }

    @Test
    void a_vm_without_a_status_allows_nothing(Clearover clearover) {
        lenient(
                clearover,
                "UPDATE vm_replication_contexts SET current_status = '' WHERE context_id = '%s'".formatted(WEB01));

        Api.Answer vm = clearover.as("viewer").get("/api/v1/vm-contexts/" + WEB01);

        assertThat(vm.status()).as(vm.text()).isEqualTo(200);
        assertThat(vm.json().getJsonArray("allowed_actions")).isEmpty();
        assertThat(clearover.as("viewer").get("/api/v1/vm-contexts").json().getInt("count"))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "rollback"})
    void a_vm_without_a_status_lets_nothing_start_and_says_why(String operation, Clearover clearover) {
        lenient(
                clearover,
                "UPDATE vm_replication_contexts SET current_status = '' WHERE context_id = '%s'".formatted(WEB01));

        JsonObject problem = ProblemDocument.of(
                clearover.as("operator").post("/api/v1/failover/" + operation, "{\"vm_name\": \"web01\"}"), 409);

        assertThat(problem.getString("type")).endsWith("wrong-vm-state");
        assertThat(problem.getString("detail")).contains("state of this VM is not known", "administrator");
    }
}
