package io.clearover.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.OpenTransaction;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.job.JobId;
import io.clearover.lab.Lab;
import io.clearover.lab.fault.ArmedFault;
import io.clearover.lab.site.LabVm;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests that look, and find what they saw changed by another transaction when they write. */
@WithClearover
class LostRacesIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String WEB01 = "{\"vm_name\": \"web01\", \"perform_final_sync\": false}";

    @Test
    void a_cancel_of_a_job_that_ends_meanwhile_says_that_it_has_ended(Clearover clearover) throws Exception {
        ArmedFault snapshot = clearover.hold("createSnapshot", "web01");
        String job = clearover.start(TEST, WEB01);
        Clearover.awaitHeld(snapshot);
        try (OpenTransaction ending = new OpenTransaction(clearover, ended(job))) {
            CompletableFuture<Api.Answer> cancel = CompletableFuture.supplyAsync(() -> cancel(clearover, job));
            ending.commitWhenAwaited();

            assertThat(ProblemDocument.of(cancel.join(), 409).getString("type")).isEqualTo("/problems/job-ended");
        }
    }

    @Test
    void a_cancel_of_a_waiting_job_that_ends_when_it_is_asked_for_says_that_it_has_ended(Clearover clearover) {
        List<LabVm> vms = vms(clearover, Clearover.MOST_OPERATIONS + 1);
        vms.forEach(vm -> clearover.hold("createSnapshot", vm.name()));
        List<String> jobs =
                vms.stream().map(vm -> clearover.startTestFailover(vm.name())).toList();
        clearover.sql(
                """
                CREATE TRIGGER job_tracking_ends BEFORE UPDATE ON job_tracking FOR EACH ROW
                SET NEW.status = IF(NEW.canceled_at IS NULL, NEW.status, 'cancelled')""");
        try {
            Api.Answer cancel = cancel(clearover, jobs.get(jobs.size() - 1));

            assertThat(ProblemDocument.of(cancel, 409).getString("type")).isEqualTo("/problems/job-ended");
        } finally {
            clearover.sql("DROP TRIGGER job_tracking_ends");
        }
    }

    private static List<LabVm> vms(Clearover clearover, int count) {
        Lab lab = clearover.installation().lab();
        List<LabVm> vms = lab.grow(count);
        lab.seed(clearover.installation().dataSource());
        return vms;
    }

    @Test
    void a_key_that_another_vms_start_takes_meanwhile_is_used(Clearover clearover) throws Exception {
        String key = JobId.ofKey("operator", "one key").value();
        long failovers = clearover.number("SELECT COUNT(*) FROM failover_jobs WHERE source_vm_name = 'web01'");
        try (OpenTransaction other = new OpenTransaction(
                clearover,
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category,
                                          external_job_id, metadata)
                VALUES ('%s', '%s', 'failover', 'unified-test-failover', 'completed', 'clearover@main#1', 'failover',
                        'unified-test-failover-db01-1759501320', '{}')"""
                        .formatted(key, clearover.contextId("db01")))) {
            CompletableFuture<Api.Answer> start = CompletableFuture.supplyAsync(
                    () -> clearover.as("operator").postWith("Idempotency-Key", "one key", TEST, WEB01));
            other.commitWhenAwaited();

            assertThat(ProblemDocument.of(start.join(), 422).getString("type")).isEqualTo("/problems/key-used");
        }
        assertThat(clearover.number("SELECT COUNT(*) FROM failover_jobs WHERE source_vm_name = 'web01'"))
                .isEqualTo(failovers);
    }

    private static Api.Answer cancel(Clearover clearover, String job) {
        return clearover.as("operator").post("/api/v1/failover/%s/cancel".formatted(job), "");
    }

    private static String ended(String job) {
        return "UPDATE job_tracking SET status = 'completed', completed_at = UTC_TIMESTAMP() WHERE id = '%s'"
                .formatted(job);
    }
}
