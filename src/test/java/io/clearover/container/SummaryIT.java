package io.clearover.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.clearover.database.Database;
import io.clearover.database.Json;
import io.clearover.job.ContextId;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.OperationEnded;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import io.clearover.summary.LastOperation;
import io.clearover.summary.SummaryExpiry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The summary that the observer persists when an operation ends, and how it expires. Runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class SummaryIT {

    private static final String CONTEXT = "ctx-books01-20250901-090000";

    @Inject
    private Event<OperationEnded> ended;

    @Inject
    private Database database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private SummaryExpiry expiry;

    @Inject
    private ModuleTimers timers;

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/clearover.war"))
                .addPackage(SummaryIT.class.getPackage());
    }

    @BeforeEach
    void one_vm_without_a_summary() {
        database.update("DELETE FROM job_tracking", Map.of());
        database.update("DELETE FROM vm_replication_contexts", Map.of());
        addVm(CONTEXT, "books01");
    }

    @Test
    void a_completed_operation_leaves_its_summary() throws Exception {
        fire(completed(CONTEXT, Instant.parse("2025-10-03T14:22:00Z")));

        LastOperation summary = summary(CONTEXT);
        assertEquals("test_failover", summary.operationType());
        assertEquals("completed", summary.status());
        assertEquals(100.0, summary.progress());
        assertEquals(10, summary.stepsCompleted());
        assertEquals(10, summary.stepsTotal());
        assertEquals(180, summary.durationSeconds());
        assertEquals("2025-10-03T14:22:00Z", summary.timestamp());
        assertEquals("operator", summary.startedBy());
        assertNull(summary.errorMessage());
    }

    @Test
    void a_failed_operation_is_explained_in_its_summary_and_never_quoted() throws Exception {
        fire(failed("virtio-driver-injection", "virt-v2v-in-place failed with exit code 1 on /dev/vdc"));

        LastOperation summary = summary(CONTEXT);
        assertEquals("failed", summary.status());
        assertEquals("Preparing Drivers for KVM", summary.failedStep());
        assertEquals("Driver injection failed - compatibility tool error", summary.errorMessage());
        assertEquals("compatibility", summary.errorCategory());
        assertTrue(!summary.actionableSteps().isEmpty());
        assertEquals("start_without_driver_installation", summary.actions().get(0));
        assertEquals(false, summary.retryable());
        assertEquals("/docs/troubleshooting.html#" + summary.cause(), summary.documentation());
        assertTrue(!raw(CONTEXT).contains("virt") && !raw(CONTEXT).contains("/dev/"), raw(CONTEXT));
    }

    @Test
    void a_failure_outside_any_step_is_explained_too() throws Exception {
        fire(failed(null, "interrupted: the server process that ran this job ended before the job did"));

        assertNull(summary(CONTEXT).failedStep());
        assertNotNull(summary(CONTEXT).errorMessage());
    }

    @Test
    void an_ending_that_is_rolled_back_leaves_no_summary() throws Exception {
        transaction.begin();
        ended.fire(completed(CONTEXT, Instant.now()));
        transaction.rollback();

        assertNull(raw(CONTEXT));
    }

    @Test
    void summaries_expire_after_their_age_and_younger_ones_stay() throws Exception {
        addVm("ctx-old", "old01");
        fire(completed("ctx-old", Instant.now().minus(31, ChronoUnit.DAYS)));
        fire(completed(CONTEXT, Instant.now().minus(29, ChronoUnit.DAYS)));

        assertEquals(1, expiry.expire());

        assertNull(raw("ctx-old"));
        assertNotNull(raw(CONTEXT));
    }

    @Test
    void the_summary_of_a_vm_with_a_running_operation_does_not_expire() throws Exception {
        fire(completed(CONTEXT, Instant.now().minus(31, ChronoUnit.DAYS)));
        database.update(
                "INSERT INTO job_tracking (id, job_type, operation, status, context_id, owner)"
                        + " VALUES (UUID(), 'failover', 'unified-test-failover', 'running', :context, 'clearover@main#1')",
                Map.of("context", CONTEXT));

        assertEquals(0, expiry.expire());

        assertNotNull(raw(CONTEXT));
    }

    @Test
    void an_operation_that_another_program_left_running_long_ago_keeps_no_summary() throws Exception {
        fire(completed(CONTEXT, Instant.now().minus(31, ChronoUnit.DAYS)));
        database.update(
                "INSERT INTO job_tracking (id, job_type, operation, status, context_id, owner, updated_at)"
                        + " VALUES (UUID(), 'failover', 'unified-test-failover', 'running', :context, 'oma',"
                        + " CURRENT_TIMESTAMP - INTERVAL 13 HOUR)",
                Map.of("context", CONTEXT));

        assertEquals(1, expiry.expire());

        assertNull(raw(CONTEXT));
    }

    @Test
    void more_summaries_than_a_batch_expire_in_one_go() throws Exception {
        transaction.begin();
        for (int i = 0; i < 250; i++) {
            addVm("ctx-" + i, "vm" + i);
            ended.fire(completed("ctx-" + i, Instant.now().minus(40, ChronoUnit.DAYS)));
        }
        transaction.commit();

        assertEquals(250, expiry.expire());
    }

    @Test
    void the_container_runs_a_timer_once_an_hour_and_one_all_the_time_and_keeps_them_nowhere() {
        assertEquals(List.of(new ModuleTimers.Seen("*", "17", false)), timers.scheduled());
        assertEquals("1 others, 0 kept", timers.others());
    }

    @Test
    void a_summary_never_goes_back_in_time() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        fire(completed(CONTEXT, now));

        fire(completed(CONTEXT, now.minus(2, ChronoUnit.HOURS)));

        assertEquals(now.toString(), summary(CONTEXT).timestamp());
    }

    @Test
    void an_operation_of_ours_is_summarised_though_another_servers_clock_was_ahead() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        fire(completed(CONTEXT, now.plusSeconds(20)));

        fire(completed(CONTEXT, now));

        assertEquals(now.toString(), summary(CONTEXT).timestamp());
    }

    private void fire(OperationEnded event) throws Exception {
        transaction.begin();
        ended.fire(event);
        transaction.commit();
    }

    private static OperationEnded completed(String context, Instant at) {
        return new OperationEnded(
                JobId.random(),
                "unified-test-failover-books01-1759501140",
                new ContextId(context),
                JobKind.TEST_FAILOVER,
                JobStatus.COMPLETED,
                new Progress(10, 10),
                null,
                null,
                false,
                new Options(true, false, null, null),
                null,
                "operator",
                at,
                Duration.ofMinutes(3));
    }

    private static OperationEnded failed(String step, String error) {
        return new OperationEnded(
                JobId.random(),
                "unified-test-failover-books01-1759501140",
                new ContextId(CONTEXT),
                JobKind.TEST_FAILOVER,
                JobStatus.FAILED,
                new Progress(4, 10),
                step,
                error,
                false,
                new Options(true, false, null, null),
                null,
                "operator",
                Instant.now(),
                Duration.ofMinutes(2));
    }

    private void addVm(String context, String name) {
        database.update(
                "INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter)"
                        + " VALUES (:context, :name, :context, '/DC1/vm', 'vcenter.example.com', 'DC1')",
                Map.of("context", context, "name", name));
    }

    private LastOperation summary(String context) {
        return Json.read(raw(context), LastOperation.class);
    }

    private String raw(String context) {
        return database.first(
                        "SELECT last_operation_summary AS summary FROM vm_replication_contexts WHERE context_id = :context",
                        Map.of("context", context),
                        Column.class)
                .orElseThrow()
                .summary();
    }

    /** The column as it is stored. */
    public record Column(String summary) {}
}
