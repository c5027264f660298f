package io.clearover.compat;

import static io.clearover.compat.Technical.count;
import static io.clearover.compat.Technical.orEmpty;

import io.clearover.job.JobStatus;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.JobExplainer;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.ReplicationRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;

/** Puts replications into the appliance's form, as what can be known of them. Thread-safe. */
@ApplicationScoped
public class ReplicationForms {

    /** Words of the appliance for one that is under way, which tell more than that it runs. */
    private static final Set<String> UNDER_WAY =
            Set.of("initializing", "provisioning", "analyzing", "replicating", "syncing");

    private static final Set<String> SYNC_TYPES = Set.of("full", "incremental", "initial");

    private final JobExplainer explainer;
    private final ReplicationJobs replications;
    private final RunningJobs runningJobs;
    private final Technical technical;

    ReplicationForms() {
        this(null, null, null, null);
    }

    @Inject
    public ReplicationForms(
            JobExplainer explainer, ReplicationJobs replications, RunningJobs runningJobs, Technical technical) {
        this.explainer = explainer;
        this.replications = replications;
        this.runningJobs = runningJobs;
        this.technical = technical;
    }

    /** One that runs. */
    public RunningReplication running(ReplicationRecord record) {
        return RunningReplication.of(record, of(record, false));
    }

    /** @param admin whether raw texts may be told */
    public ReplicationForm of(ReplicationRecord record, boolean admin) {
        ReplicationRow row = replications.inUtc(new ReplicationRow(
                record.id(),
                record.replicationType(),
                record.status(),
                record.progressPercent(),
                record.currentOperation(),
                record.errorMessage(),
                record.errorDetails(),
                record.bytesTransferred(),
                record.startedAt(),
                record.completedAt(),
                isSilent(record)));
        String stage = orEmpty(row.stage());
        return ReplicationFormBuilder.builder()
                .id(record.id())
                .vmContextId(orEmpty(record.vmContextId()))
                .sourceVmId(orEmpty(record.sourceVmId()))
                .sourceVmName(orEmpty(record.sourceVmName()))
                .sourceVmPath(orEmpty(record.sourceVmPath()))
                .vcenterHost(orEmpty(record.vcenterHost()))
                .datacenter(orEmpty(record.datacenter()))
                .replicationType(known(record.replicationType()))
                .targetNetwork(orEmpty(record.targetNetwork()))
                .status(status(record, row))
                .progressPercent(row.percent())
                .currentOperation(stage)
                .bytesTransferred(count(record.bytesTransferred()))
                .totalBytes(count(record.totalBytes()))
                .transferSpeedBps(count(record.transferSpeedBps()))
                .errorMessage(technical.text(
                        record.errorMessage(), admin, explainer.of(row).message()))
                .changeId(orEmpty(record.changeId()))
                .previousChangeId(orEmpty(record.previousChangeId()))
                .snapshotId(orEmpty(record.snapshotId()))
                .nbdPort(admin && record.nbdPort() != null ? record.nbdPort() : 0)
                .nbdExportName(technical.text(record.nbdExportName(), admin))
                .targetDevice(technical.text(record.targetDevice(), admin))
                .osseaConfigId(count(record.osseaConfigId()))
                .createdAt(replications.inUtc(record.createdAt()))
                .updatedAt(replications.inUtc(record.updatedAt()))
                .startedAt(row.startedAt())
                .completedAt(row.completedAt())
                .vmaSyncType(known(record.syncType()))
                .vmaCurrentPhase(stage)
                .vmaThroughputMbps(record.throughputMbps() == null ? 0 : Math.max(record.throughputMbps(), 0))
                .vmaEtaSeconds(record.etaSeconds() == null || record.etaSeconds() < 0 ? null : record.etaSeconds())
                .vmaLastPollAt(record.lastPollAt())
                .vmaErrorClassification(technical.text(record.errorClassification(), admin))
                .vmaErrorDetails(technical.text(record.errorDetails(), admin))
                .scheduleExecutionId(record.scheduleExecutionId())
                .scheduledBy(record.scheduledBy())
                .vmGroupId(record.vmGroupId())
                .build();
    }

    /** Whether a status of a form is of one that runs or is going to. */
    public static boolean isUnderWay(String status) {
        return UNDER_WAY.contains(status) || JobStatus.of(status).isUnderWay();
    }

    /** A word that the appliance's GUI knows, wherever one says as much. */
    private String status(ReplicationRecord record, ReplicationRow row) {
        JobStatus state = row.state();
        if (!state.isUnderWay()) {
            return state.text();
        }
        String word = orEmpty(record.status()).toLowerCase(Locale.ROOT);
        return UNDER_WAY.contains(word) ? word : state.text();
    }

    private boolean isSilent(ReplicationRecord record) {
        return record.updatedAt() != null
                && replications.inUtc(record.updatedAt()).isBefore(runningJobs.reportedAfter());
    }

    private static String known(String word) {
        String lower = orEmpty(word).toLowerCase(Locale.ROOT);
        return SYNC_TYPES.contains(lower) ? lower : "";
    }
}
