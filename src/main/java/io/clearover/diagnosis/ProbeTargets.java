package io.clearover.diagnosis;

import io.clearover.database.Database;
import io.clearover.database.LongText;
import io.clearover.job.ContextId;
import io.clearover.job.FailoverType;
import io.clearover.job.FinalSyncs;
import io.clearover.job.Options;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.operation.Intent;
import io.clearover.operation.JobOpener;
import io.clearover.operation.VmRef;
import io.clearover.platform.DestinationSurvey;
import io.clearover.vm.Disks;
import io.clearover.vm.NetworkMappings;
import io.clearover.vm.VmContexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Reads what is recorded of the VM that is checked: a fixed number of statements, however many checks. Thread-safe. */
@ApplicationScoped
public class ProbeTargets {

    /**
     * Uses the primary key, idx_clearover_replication_jobs_recent (down to the newest that completed), idx_vm_disks_context
     * and what {@link JobOpener#RUNNING} and {@link FinalSyncs} say; idx_clearover_job_tracking_recent down to the newest failover
     * that has ended, and uk_job_steps_job_seq.
     */
    private static final String RECORDED =
            """
            SELECT c.context_id, c.vm_name, c.vmware_vm_id, c.vm_path, c.vcenter_host, c.datacenter, c.os_type, c.cpu_count,
                   c.memory_mb, c.ossea_config_id AS destination_id, c.current_status,
                   (%s) AS running_job_id,
                   (SELECT COALESCE(r.completed_at, r.updated_at) FROM replication_jobs r
                     WHERE r.vm_context_id = c.context_id AND r.status = 'completed'
                     ORDER BY r.created_at DESC LIMIT 1) AS last_replicated,
                   (SELECT COUNT(*) FROM vm_disks d
                      LEFT JOIN ossea_volumes v ON v.id = d.ossea_volume_id AND v.vm_context_id = d.vm_context_id
                     WHERE d.vm_context_id = c.context_id AND v.id IS NULL) AS disks_without_copy,
                   (%s) AS sync_broken_off,
                   l.id AS last_job_id, l.external_job_id AS last_external_id, l.operation AS last_operation, l.status AS last_status,
                   f.name AS last_step, COALESCE(NULLIF(%s, ''), %s) AS last_error,
                   COALESCE(l.completed_at, l.started_at) AS last_ended_at
              FROM vm_replication_contexts c
              LEFT JOIN job_tracking l
                ON l.id = (SELECT j.id FROM job_tracking j
                            WHERE j.context_id = c.context_id AND j.job_type = 'failover' AND j.parent_job_id IS NULL
                              AND NOT j.%s
                            ORDER BY j.started_at DESC LIMIT 1)
              LEFT JOIN job_steps f
                ON f.id = (SELECT s.id FROM job_steps s WHERE s.job_id = l.id AND s.status = 'failed'
                            ORDER BY s.seq LIMIT 1)
             WHERE c.context_id = :context
            """
                    .formatted(
                            JobOpener.RUNNING,
                            FinalSyncs.BROKEN_OFF_AT,
                            LongText.excerpt("l.error_message"),
                            LongText.excerpt("f.error_message"),
                            RunningJobs.NOT_ENDED);

    private final VmContexts vms;
    private final RunningJobs runningJobs;
    private final ReplicationJobs replications;
    private final Disks disks;
    private final NetworkMappings networks;
    private final DestinationSurvey destination;
    private final Database database;

    ProbeTargets() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ProbeTargets(
            VmContexts vms,
            RunningJobs runningJobs,
            ReplicationJobs replications,
            Disks disks,
            NetworkMappings networks,
            DestinationSurvey destination,
            Database database) {
        this.vms = vms;
        this.runningJobs = runningJobs;
        this.replications = replications;
        this.disks = disks;
        this.networks = networks;
        this.destination = destination;
        this.database = database;
    }

    /** A failover that somebody thinks of; the destination is asked once. */
    public ProbeTarget of(VmRef ref, FailoverType type, Options options) {
        ContextId context = ref.contextId() == null ? vms.named(ref.vmName()) : new ContextId(ref.contextId());
        VmRecordRow row = recorded(context);
        Intent intent = new Intent(row.vm(), type, options);
        ref.requireIs(intent.vm());
        return new ProbeTarget(
                intent,
                row.recorded(replications),
                disks.of(context),
                networks.mapped(context, type),
                ProbeTarget.opened(destination::atOnce));
    }

    private VmRecordRow recorded(ContextId context) {
        return database.first(
                        RECORDED,
                        Map.of("context", context.value(), "reported_after", runningJobs.reportedAfter()),
                        VmRecordRow.class)
                .orElseThrow(ContextId::notFound);
    }

    /** A failover that runs; the destination is asked patiently. */
    public ProbeTarget of(Intent intent) {
        ContextId context = intent.vm().contextId();
        return new ProbeTarget(
                intent,
                recorded(context).recorded(replications),
                disks.of(context),
                networks.mapped(context, intent.type()),
                ProbeTarget.opened(destination::patiently));
    }
}
