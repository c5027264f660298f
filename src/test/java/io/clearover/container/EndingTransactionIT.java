package io.clearover.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.clearover.database.Database;
import io.clearover.failover.FailoverService;
import io.clearover.job.ContextId;
import io.clearover.job.ExternalJobId;
import io.clearover.job.FailoverJobs;
import io.clearover.job.FailoverType;
import io.clearover.job.JobEndedException;
import io.clearover.job.JobId;
import io.clearover.job.JobKind;
import io.clearover.job.JobStatus;
import io.clearover.job.JobStore;
import io.clearover.job.NodeIdentity;
import io.clearover.job.OperationEnded;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import io.clearover.operation.OperationFinisher;
import io.clearover.operation.Outcome;
import io.clearover.rollback.RollbackService;
import io.clearover.vm.VmContexts;
import io.clearover.vm.VmStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one transaction that ends an operation: what is in it, and what rolls it back. Runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class EndingTransactionIT {

    private static final ContextId CONTEXT = new ContextId("ctx-books01-20250901-090000");
    private static final ExternalJobId EXTERNAL_ID = new ExternalJobId("unified-test-failover-books01-1759501140");
    private static final JobId JOB = new JobId("467feb86-5489-4b82-b75d-77eb940c52d5");
    private static final String FAILED_STEP = "virtio-driver-injection";

    @Inject
    private FailoverService failovers;

    @Inject
    private RollbackService rollbacks;

    @Inject
    private OperationFinisher finisher;

    @Inject
    private FailoverJobs rows;

    @Inject
    private JobStore jobs;

    @Inject
    private VmContexts vms;

    @Inject
    private NodeIdentity node;

    @Inject
    private Database database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Witness witness;

    /** An observer of the tests: sees every end, and fails when it is told to. */
    @ApplicationScoped
    public static class Witness {

        private OperationEnded seen;
        private boolean failing;

        void watch(@Observes OperationEnded ended) {
            seen = ended;
            if (failing) {
                throw new IllegalStateException("an observer that fails");
            }
        }

        Optional<OperationEnded> seen() {
            return Optional.ofNullable(seen);
        }

        void reset() {
            seen = null;
            failing = false;
        }

        void fail() {
            failing = true;
        }
    }

    @Deployment
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/clearover.war"))
                .addPackage(EndingTransactionIT.class.getPackage());
    }

    @BeforeEach
    void one_vm_with_a_running_failover() throws Exception {
        witness.reset();
        database.update("DELETE FROM job_tracking", Map.of());
        database.update("DELETE FROM vm_replication_contexts", Map.of());
        database.update(
                "INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter,"
                        + " current_status) VALUES (:context, 'books01', '42', '/DC1/vm', 'vcenter.example.com', 'DC1',"
                        + " 'ready_for_failover')",
                Map.of("context", CONTEXT.value()));
        transaction.begin();
        rows.open(CONTEXT, FailoverType.TEST, EXTERNAL_ID, "42", "books01");
        transaction.commit();
    }

    @Test
    void the_end_of_a_failover_is_told_and_kept_with_its_vm_and_in_the_appliances_table() throws Exception {
        transaction.begin();
        failovers.ended(failed());
        transaction.commit();

        assertEquals(JOB, witness.seen().orElseThrow().jobId());
        assertNotNull(one("SELECT last_operation_summary AS value FROM vm_replication_contexts"));
        assertEquals("failed", one("SELECT status AS value FROM failover_jobs"));
        assertNotNull(one("SELECT completed_at AS value FROM failover_jobs"));
    }

    @Test
    void what_observers_wrote_is_rolled_back_with_the_end() throws Exception {
        transaction.begin();
        failovers.ended(failed());
        transaction.rollback();

        assertNull(one("SELECT last_operation_summary AS value FROM vm_replication_contexts"));
        assertEquals("pending", one("SELECT status AS value FROM failover_jobs"));
    }

    @Test
    void the_vms_state_and_its_summary_are_written_together() throws Exception {
        transaction.begin();
        vms.move(CONTEXT, VmStatus.CLEANUP_REQUIRED);
        failovers.ended(failed());
        transaction.commit();

        assertEquals("cleanup_required", one("SELECT current_status AS value FROM vm_replication_contexts"));
        assertNotNull(one("SELECT last_operation_summary AS value FROM vm_replication_contexts"));
    }

    @Test
    void an_observer_that_fails_keeps_the_job_running_and_the_vm_as_it_was() {
        running();
        witness.fail();

        assertThrows(RuntimeException.class, () -> finisher.end(JOB, Outcome.failed("no route to host"), false));

        assertEquals("running", one("SELECT status AS value FROM job_tracking"));
        assertEquals("ready_for_failover", one("SELECT current_status AS value FROM vm_replication_contexts"));
        assertNull(one("SELECT last_operation_summary AS value FROM vm_replication_contexts"));
    }

    @Test
    void an_operation_ends_once() {
        running();
        finisher.end(JOB, Outcome.failed("no route to host"), false);
        witness.reset();

        assertThrows(JobEndedException.class, () -> finisher.end(JOB, Outcome.completed(), false));

        assertEquals(Optional.empty(), witness.seen());
        assertEquals("failed", one("SELECT status AS value FROM job_tracking"));
    }

    @Test
    void nothing_is_told_outside_of_a_transaction() {
        assertThrows(TransactionalException.class, () -> failovers.ended(failed()));
        assertThrows(TransactionalException.class, () -> rollbacks.ended(failed()));

        assertEquals(Optional.empty(), witness.seen());
    }

    @Test
    void a_note_of_a_job_stays_though_the_callers_transaction_is_rolled_back() throws Exception {
        running();
        transaction.begin();
        jobs.beginStep(JOB, FAILED_STEP, 1);
        transaction.rollback();

        assertEquals(FAILED_STEP, one("SELECT name AS value FROM job_steps"));
    }

    /** A failover of this server that runs. */
    private void running() {
        database.update(
                """
                INSERT INTO job_tracking (id, context_id, job_type, operation, status, owner, job_category,
                                          external_job_id, metadata, started_at)
                VALUES (:id, :context, 'failover', 'unified-test-failover', 'running', :owner, 'failover', :external,
                        '{"plan": ["virtio-driver-injection"]}', UTC_TIMESTAMP())""",
                Map.of(
                        "id", JOB.value(),
                        "context", CONTEXT.value(),
                        "owner", node.owner(),
                        "external", EXTERNAL_ID.value()));
    }

    private static OperationEnded failed() {
        return new OperationEnded(
                JOB,
                EXTERNAL_ID.value(),
                CONTEXT,
                JobKind.TEST_FAILOVER,
                JobStatus.FAILED,
                new Progress(4, 10),
                FAILED_STEP,
                "virt-v2v-in-place failed with exit code 1",
                false,
                new Options(true, false, null, null),
                null,
                "operator",
                Instant.now(),
                Duration.ofMinutes(2));
    }

    private String one(String sql) {
        return database.first(sql, Map.of(), Column.class).orElseThrow().value();
    }

    /** A column as it is stored. */
    public record Column(String value) {}
}
