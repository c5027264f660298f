package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of a VM's jobs, page by page and filtered. */
@WithClearover
class RecentJobsIT {

    private static final String VM = "ctx-paged";
    private static final String PATH = "/api/v1/vm-contexts/" + VM + "/recent-jobs";

    /** So many of each kind; three of each began in the same second. */
    private static final int EACH = 60;

    @ParameterizedTest
    @CsvSource({"1", "7", "20", "100"})
    void all_pages_together_have_each_job_once_newest_first(int limit, Clearover clearover) {
        fill(clearover);

        List<JsonObject> jobs = allPages(clearover, "?limit=" + limit);

        assertThat(ids(jobs))
                .containsExactlyInAnyOrderElementsOf(
                        clearover.texts("SELECT id FROM job_tracking WHERE context_id = '%1$s' UNION ALL"
                                .formatted(VM)
                                .concat(" SELECT id FROM replication_jobs WHERE vm_context_id = '%s'".formatted(VM))));
        assertThat(jobs.stream().map(job -> job.getString("started_at")).toList())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void a_job_that_comes_meanwhile_moves_no_page(Clearover clearover) {
        fill(clearover);
        JsonObject first = page(clearover, "?limit=20");
        clearover.sql(
                "INSERT INTO job_tracking (id, context_id, job_type, operation, status) VALUES ('meanwhile', '%s', 'failover',"
                                .formatted(VM)
                        + " 'unified-test-failover', 'completed')");

        JsonObject second = page(clearover, "?limit=20&before=" + first.getString("next"));

        assertThat(ids(jobs(second))).doesNotContain("meanwhile").doesNotContainAnyElementsOf(ids(jobs(first)));
        assertThat(jobs(second).get(0).getString("started_at"))
                .isLessThanOrEqualTo(jobs(first).get(19).getString("started_at"));
    }

    @ParameterizedTest
    @CsvSource({
        "type=replication, 60",
        "type=test_failover, 40",
        "type=rollback, 20",
        "'type=test_failover,rollback', 60",
        "type=live_failover, 0",
        "status=failed, 24",
        "status=completed, 96",
        "status=running, 0",
        "status=failed&type=test_failover, 8",
        "category=network, 12",
        "category=storage, 0",
        "cause=no_such_cause, 0",
        "since=2025-10-03T12:00:00Z, 0",
        "since=2025-10-01T00:10:00Z, 62",
        "before=2025-10-01T00:10:00Z, 58",
        "since=2025-10-01T00:10:00Z&status=failed, 14",
    })
    void only_what_is_asked_for_is_listed(String filter, int count, Clearover clearover) {
        fill(clearover);

        assertThat(allPages(clearover, "?limit=50&" + filter)).hasSize(count).allSatisfy(job -> {
            if (filter.contains("status=failed") || filter.contains("category")) {
                assertThat(job.getString("status")).isEqualTo("failed");
            }
        });
    }

    @Test
    void a_rollback_that_failed_unnoticed_is_found_among_the_failed(Clearover clearover) {
        fill(clearover);
        clearover.sql(
                "INSERT INTO job_steps (job_id, name, seq, status) VALUES ('job-3', 'volume-detachment', 1, 'failed')");

        assertThat(ids(allPages(clearover, "?type=rollback&status=failed"))).contains("job-3");
        assertThat(ids(allPages(clearover, "?type=rollback&status=completed"))).doesNotContain("job-3");
    }

    @Test
    void a_rare_job_is_found_however_many_pages_have_none(Clearover clearover) {
        fill(clearover);
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, started_at)
                SELECT CONCAT('many-', seq), '%s', 'failover', 'unified-test-failover', 'completed',
                       '2025-10-05 00:00:00' + INTERVAL seq SECOND FROM seq_1_to_2500"""
                        .formatted(VM));

        JsonObject first = page(clearover, "?status=failed");

        assertThat(jobs(first)).isEmpty();
        assertThat(first.get("next")).isNotEqualTo(JsonValue.NULL);
        assertThat(allPages(clearover, "?status=failed")).hasSize(24);
    }

    @Test
    void the_answer_says_how_far_back_the_history_goes(Clearover clearover) {
        fill(clearover);

        assertThat(page(clearover, "?limit=1&status=running").getString("history_from"))
                .isEqualTo("2025-10-01T00:00:20Z");
    }

    @Test
    void a_vm_without_history_has_an_empty_list(Clearover clearover) {
        clearover.insertVm("ctx-new", "new", "vc", "discovered");

        JsonObject list = clearover
                .as("viewer")
                .get("/api/v1/vm-contexts/ctx-new/recent-jobs")
                .json();

        assertThat(list.getJsonArray("jobs")).isEmpty();
        assertThat(list.get("next")).isEqualTo(JsonValue.NULL);
        assertThat(list.get("history_from")).isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=many, limit",
        "before=nonsense, before",
        "type=migration, type",
        "'status=failed,broken', status",
        "category=weather, category",
        "since=yesterday, since",
        "since=-999999999-01-01T00:00:00Z, since",
        "before=KzEwMDAwMDAwMDAtMTItMzFUMDA6MDA6MDBaCnkKLQo, before",
    })
    void a_wrong_parameter_is_named(String query, String field, Clearover clearover) {
        fill(clearover);

        assertThat(ProblemDocument.fieldsAtFault(
                        ProblemDocument.of(clearover.as("viewer").get(PATH + "?" + query), 400)))
                .containsExactly(field);
    }

    @Test
    void nothing_is_sent_again_while_nothing_changes(Clearover clearover) {
        fill(clearover);
        String tag =
                clearover.as("viewer").get(PATH).headers().firstValue("ETag").orElseThrow();

        Api.Answer again = clearover.as("viewer").getWith("If-None-Match", tag, PATH);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE job_tracking SET status = 'failed', updated_at = '2025-10-02 00:00:00' WHERE id = 'job-60'",
                "UPDATE replication_jobs SET status = 'failed', updated_at = '2025-10-02 00:00:00' WHERE id = 'copy-60'",
                "UPDATE job_tracking SET metadata = '{}' WHERE id = 'job-60'",
                "DELETE FROM replication_jobs WHERE id = 'copy-60'",
                "DELETE FROM job_tracking WHERE id IN ('job-1', 'job-2')",
                "UPDATE vm_replication_contexts SET vm_name = 'renamed' WHERE context_id = 'ctx-paged'",
            })
    void a_change_is_sent(String change, Clearover clearover) {
        fill(clearover);
        String tag =
                clearover.as("viewer").get(PATH).headers().firstValue("ETag").orElseThrow();

        clearover.sql(change);

        assertThat(clearover.as("viewer").getWith("If-None-Match", tag, PATH).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_under_way_is_told_anew_each_time(Clearover clearover) {
        fill(clearover);
        clearover.sql("UPDATE job_tracking SET status = 'running', completed_at = NULL WHERE id = 'job-60'");

        assertThat(clearover.as("viewer").get(PATH).headers().firstValue("ETag"))
                .isEmpty();
    }

    /** Every third job is a rollback, every fifth failed: the failovers and rollbacks at a network. */
    private static void fill(Clearover clearover) {
        clearover.insertVm(VM, "paged", "vc", "ready_for_failover");
        clearover.sql(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, error_message, started_at,
                                          completed_at, updated_at)
                SELECT CONCAT('job-', seq), '%s', IF(seq %% 3, 'failover', 'cleanup'),
                       IF(seq %% 3, 'unified-test-failover', 'enhanced-test-failover-rollback'),
                       IF(seq %% 5, 'completed', 'failed'), 'system',
                       IF(seq %% 5, NULL, 'no network mapping found for VM context ctx-app01 (type: test)'),
                       '2025-10-01 00:00:00' + INTERVAL seq DIV 3 MINUTE + INTERVAL 30 SECOND,
                       '2025-10-01 02:00:00', '2025-10-01 02:00:00'
                  FROM seq_1_to_%d"""
                        .formatted(VM, EACH),
                """
                INSERT INTO replication_jobs (id, vm_context_id, source_vm_id, source_vm_name, source_vm_path, v_center_host,
                       datacenter, replication_type, status, error_message, created_at, started_at, completed_at, updated_at)
                SELECT CONCAT('copy-', seq), '%s', '', '', '', '', '', 'incremental', IF(seq %% 5, 'completed', 'failed'),
                       IF(seq %% 5, NULL, 'nbdkit vddk: VixDiskLib_Open: access'),
                       '2025-10-01 00:00:20' + INTERVAL seq DIV 3 MINUTE,
                       '2025-10-01 00:00:20' + INTERVAL seq DIV 3 MINUTE,
                       '2025-10-01 02:00:00', '2025-10-01 02:00:00'
                  FROM seq_1_to_%d"""
                        .formatted(VM, EACH));
    }

    private static List<JsonObject> allPages(Clearover clearover, String query) {
        List<JsonObject> all = new ArrayList<>();
        JsonObject page = page(clearover, query);
        all.addAll(jobs(page));
        while (page.get("next") != JsonValue.NULL) {
            page = page(clearover, query.replace("before=", "until=") + "&before=" + page.getString("next"));
            all.addAll(jobs(page));
        }
        return all;
    }

    private static JsonObject page(Clearover clearover, String query) {
        Api.Answer answer = clearover.as("viewer").get(PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonObject page = answer.json();
        assertThat(page.getInt("count")).isEqualTo(page.getJsonArray("jobs").size());
        return page;
    }

    private static List<JsonObject> jobs(JsonObject page) {
        return page.getJsonArray("jobs").getValuesAs(JsonObject.class);
    }

    private static List<String> ids(List<JsonObject> jobs) {
        return jobs.stream().map(job -> job.getString("job_id")).toList();
    }
}
