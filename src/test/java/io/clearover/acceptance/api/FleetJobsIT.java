package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of all VMs' jobs, and one job of any type. */
@WithClearover
class FleetJobsIT {

    private static final String PATH = "/api/v1/jobs";

    /** So many of each kind, of three VMs. */
    private static final int EACH = 90;

    @ParameterizedTest
    @CsvSource({"-started_at, 100", "started_at, 100", "-started_at, 7"})
    void all_pages_together_have_each_job_once_in_order(String sort, int limit, Clearover clearover) {
        fill(clearover);

        List<JsonObject> jobs = allPages(clearover, "?sort=%s&limit=%d".formatted(sort, limit));

        assertThat(ids(jobs))
                .containsExactlyInAnyOrderElementsOf(
                        clearover.texts("SELECT id FROM job_tracking UNION ALL SELECT id FROM replication_jobs"));
        Comparator<String> byAge = Comparator.naturalOrder();
        assertThat(jobs.stream().map(job -> job.getString("started_at")).toList())
                .isSortedAccordingTo(sort.startsWith("-") ? byAge.reversed() : byAge);
    }

    @ParameterizedTest
    @CsvSource({
        "vm=fleet-1, 60",
        "vm=ctx-fleet-1, 60",
        "vm=nobody, 0",
        "text=FLEET-, 180",
        "text=fleet-2, 60",
        "text=%25, 0",
        "text=fleet-job-9, 4",
        "type=replication, 90",
        "type=rollback, 30",
        "'type=test_failover,rollback', 90",
        "status=failed, 36",
        "status=completed, 144",
        "status=failed&vm=fleet-2, 12",
        "category=network, 18",
        "cause=no_such_cause, 0",
        "side=guest, 0",
        "started_by=somebody, 30",
        "started_by=nobody, 0",
        "since=2037-01-01T01:00:00Z, 0",
        "since=2036-10-01T00:30:00Z, 62",
        "since=2036-10-01T00:30:00Z&until=2036-10-01T00:40:00Z, 42",
    })
    void only_what_is_asked_for_is_listed(String filter, int count, Clearover clearover) {
        fill(clearover);

        String span = filter.startsWith("since") ? "" : "since=2036-01-01T00:00:00Z&";
        assertThat(allPages(clearover, "?limit=50&" + span + filter)).hasSize(count);
    }

    @Test
    void each_job_says_of_which_vm_it_is(Clearover clearover) {
        fill(clearover);

        assertThat(jobs(page(clearover, "?vm=fleet-2"))).isNotEmpty().allSatisfy(job -> {
            assertThat(job.getString("vm_name")).isEqualTo("fleet-2");
            assertThat(job.getString("context_id")).isEqualTo("ctx-fleet-2");
        });
    }

    @Test
    void a_job_whose_vm_is_gone_is_in_the_fleets_list(Clearover clearover) {
        clearover.sql(
                "INSERT INTO job_tracking (id, context_id, job_type, operation, status, metadata, started_at) VALUES ('orphan',"
                        + " 'ctx-gone', 'failover', 'unified-test-failover', 'completed', '{\"vm_name\": \"Gone\"}', '2036-01-01')",
                "INSERT INTO job_tracking (id, job_type, operation, status, started_at) VALUES ('nameless', NULL, 'frobnicate',"
                        + " 'completed', '2036-01-02')");

        assertThat(ids(jobs(page(clearover, "?limit=2")))).containsExactly("nameless", "orphan");
        assertThat(ids(allPages(clearover, "?text=gone"))).containsExactly("orphan");
        assertThat(ids(allPages(clearover, "?vm=ctx-gone"))).containsExactly("orphan");
        assertThat(ids(allPages(clearover, "?type=operation"))).contains("nameless");
    }

    @Test
    void totals_tell_how_many_there_are_of_each_status_and_cause(Clearover clearover) {
        fill(clearover);

        JsonObject totals = page(clearover, "?limit=1&since=2036-01-01T00:00:00Z&totals=true")
                .getJsonObject("totals");

        assertThat(totals.getInt("counted")).isEqualTo(180);
        assertThat(totals.getBoolean("complete")).isTrue();
        assertThat(totals.getJsonObject("by_status").getInt("completed")).isEqualTo(144);
        assertThat(totals.getJsonObject("by_status").getInt("failed")).isEqualTo(36);
        assertThat(totals.getJsonObject("by_cause").values().stream()
                        .mapToInt(count -> Integer.parseInt(count.toString()))
                        .sum())
                .isEqualTo(36);
        assertThat(page(clearover, "?status=failed&type=rollback&since=2036-01-01T00:00:00Z&totals=true")
                        .getJsonObject("totals")
                        .getJsonObject("by_status")
                        .toString())
                .isEqualTo("{\"failed\":6}");
        assertThat(page(clearover, "?limit=1").get("totals")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void a_replication_is_told_as_every_job(Clearover clearover) {
        fill(clearover);

        JsonObject job = job(clearover, "viewer", "copy-fleet-job-90");

        assertThat(job.getString("operation_type")).isEqualTo("replication");
        assertThat(job.getString("vm_name")).isEqualTo("fleet-0");
        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("error_message_user")).isNotBlank();
        assertThat(job).doesNotContainKeys("technical_details", "evidence");
        assertThat(job(clearover, "admin", "copy-fleet-job-90").getString("technical_details"))
                .contains("VixDiskLib");
    }

    @Test
    void a_failover_is_told_as_by_its_status(Clearover clearover) {
        fill(clearover);

        assertThat(job(clearover, "admin", "fleet-job-90")).isEqualTo(clearover.status("fleet-job-90", "admin"));
    }

    @ParameterizedTest
    @CsvSource({
        "sort=size, sort",
        "cursor=nonsense, cursor",
        "totals=maybe, totals",
        "side=inside, side",
        "until=tomorrow, until",
        "limit=1000, limit",
    })
    void a_wrong_parameter_is_named(String query, String field, Clearover clearover) {
        assertThat(ProblemDocument.fieldsAtFault(
                        ProblemDocument.of(clearover.as("viewer").get(PATH + "?" + query), 400)))
                .containsExactly(field);
    }

    private static void fill(Clearover clearover) {
        for (int vm = 0; vm < 3; vm++) {
            clearover.insertVm("ctx-fleet-" + vm, "fleet-" + vm, "vc", "ready_for_failover");
        }
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, metadata, error_message, started_at,
                                          completed_at, updated_at)
                SELECT CONCAT('fleet-job-', seq), CONCAT('ctx-fleet-', seq %% 3), IF(seq %% 9 < 6, 'failover', 'cleanup'),
                       IF(seq %% 9 < 6, 'unified-test-failover', 'enhanced-test-failover-rollback'),
                       IF(seq %% 5, 'completed', 'failed'), 'system',
                       IF(seq %% 3 = 1, '{"started_by": "somebody"}', '{}'),
                       IF(seq %% 5, NULL, 'no network mapping found for VM context ctx-app01 (type: test)'),
                       '2036-10-01 00:00:00' + INTERVAL seq DIV 3 * 90 SECOND,
                       '2036-10-01 02:00:00', '2025-10-01 02:00:00'
                  FROM seq_1_to_%d"""
                        .formatted(EACH),
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                       datacenter, replication_type, status, error_message, created_at, started_at, completed_at, updated_at)
                SELECT CONCAT('copy-fleet-job-', seq), CONCAT('ctx-fleet-', seq %% 3), '', '', '', '', '', 'incremental',
                       IF(seq %% 5, 'completed', 'failed'),
                       IF(seq %% 5, NULL, 'nbdkit vddk: VixDiskLib_Open: You do not have access rights to this file'),
                       '2036-10-01 00:00:00' + INTERVAL seq DIV 3 * 90 SECOND,
                       '2036-10-01 00:00:00' + INTERVAL seq DIV 3 * 90 SECOND,
                       '2036-10-01 02:00:00', '2025-10-01 02:00:00'
                  FROM seq_1_to_%d"""
                        .formatted(EACH));
    }

    private static JsonObject job(Clearover clearover, String user, String id) {
        Api.Answer answer = clearover.as(user).get(PATH + "/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonObject> allPages(Clearover clearover, String query) {
        List<JsonObject> all = new ArrayList<>();
        JsonObject page = page(clearover, query);
        all.addAll(jobs(page));
        while (page.get("next") != JsonValue.NULL) {
            page = page(clearover, query + "&cursor=" + page.getString("next"));
            all.addAll(jobs(page));
        }
        return all;
    }

    private static JsonObject page(Clearover clearover, String query) {
        Api.Answer answer = clearover.as("viewer").get(PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonObject> jobs(JsonObject page) {
        return page.getJsonArray("jobs").getValuesAs(JsonObject.class);
    }

    private static List<String> ids(List<JsonObject> jobs) {
        return jobs.stream().map(job -> job.getString("job_id")).toList();
    }
}
