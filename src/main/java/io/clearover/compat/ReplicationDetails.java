package io.clearover.compat;

import io.clearover.job.JobId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads a replication with what belongs to it: three statements. Thread-safe. */
@ApplicationScoped
public class ReplicationDetails {

    private final ReplicationRecords records;
    private final ReplicationForms forms;
    private final DiskForms disks;
    private final CbtForms synchronizations;

    ReplicationDetails() {
        this(null, null, null, null);
    }

    @Inject
    public ReplicationDetails(
            ReplicationRecords records, ReplicationForms forms, DiskForms disks, CbtForms synchronizations) {
        this.records = records;
        this.forms = forms;
        this.disks = disks;
        this.synchronizations = synchronizations;
    }

    /**
     * The replication with that id.
     *
     * @param admin whether raw texts may be told
     * @throws io.clearover.job.UnknownIdException if there is none
     */
    public ReplicationDetail of(String id, boolean admin) {
        ReplicationForm job = forms.of(records.find(id).orElseThrow(JobId::notFound), admin);
        return new ReplicationDetail(
                job.id(),
                job.status(),
                job.progressPercent(),
                job.currentOperation().isEmpty() ? null : job.currentOperation(),
                job.replicationType(),
                job.vmaSyncType(),
                job.vmaEtaSeconds(),
                job.vmaThroughputMbps(),
                job.bytesTransferred(),
                job.totalBytes(),
                job.errorMessage(),
                job.createdAt(),
                job.updatedAt(),
                job.startedAt(),
                job.completedAt(),
                new ReplicationDetail.SourceVm(
                        job.sourceVmId(), job.sourceVmName(), job.sourceVmPath(), job.vcenterHost(), job.datacenter()),
                new ReplicationDetail.Configuration(job.replicationType(), job.targetNetwork(), job.osseaConfigId()),
                disks.ofReplication(job.id(), admin),
                List.of(),
                synchronizations.ofReplication(job.id()));
    }
}
