package io.clearover.job.view;

import io.clearover.explain.ExplanationFields;
import io.clearover.job.JobKind;
import io.clearover.job.Options;
import io.clearover.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes what a list tells of a job. Thread-safe. */
@ApplicationScoped
public class JobItems {

    private final JobExplainer explainer;
    private final Clock clock;

    JobItems() {
        this(null, null);
    }

    @Inject
    public JobItems(JobExplainer explainer, Clock clock) {
        this.explainer = explainer;
        this.clock = clock;
    }

    /** Of a failover or rollback. */
    RecentJob of(TrackedJob job) {
        Progress progress = job.progress();
        Options asked = job.choices();
        return explained(explainer.of(job))
                .contextId(job.contextId())
                .vmName(job.vmName())
                .jobId(job.row().id())
                .externalJobId(job.row().externalJobId())
                .jobType(job.kind().text())
                .status(job.status().text())
                .progress(job.percent())
                .startedAt(job.row().startedAt())
                .completedAt(job.row().completedAt())
                .displayName(job.kind().displayName())
                .currentStep(explainer.displayName(job.currentStep().orElse(null)))
                .warning(explainer.warning(job))
                .dataSource("job_tracking")
                .durationSeconds(job.durationSeconds(clock))
                .stepsCompleted(progress.finished())
                .stepsTotal(progress.planned())
                .failedStep(explainer.displayName(job.failedStep().orElse(null)))
                .startedBy(job.metadata().startedBy())
                .performFinalSync(asked.performFinalSync())
                .withoutDriverInstallation(asked.skipVirtio())
                .powerOffSource(asked.powerOffSource())
                .powerOnSource(asked.powerOnSource())
                .testOutcome(job.metadata().testOutcome())
                .build();
    }

    /** Of a replication. */
    RecentJob of(ReplicationListRow listed) {
        ReplicationRow job = listed.replication();
        return explained(explainer.of(job))
                .contextId(listed.contextId())
                .vmName(listed.vmName())
                .jobId(job.id())
                .jobType(JobKind.REPLICATION.text())
                .status(job.state().text())
                .progress(job.percent())
                .startedAt(job.startedAt())
                .completedAt(job.completedAt())
                .displayName(job.displayName())
                .currentStep(job.stage())
                .warning(explainer.warning(job))
                .dataSource("replication_jobs")
                .durationSeconds(job.durationSeconds(clock))
                .bytesTransferred(job.bytesTransferred())
                .build();
    }

    private static RecentJobBuilder explained(ExplanationFields why) {
        return RecentJobBuilder.builder()
                .errorMessage(why.message())
                .errorReason(why.reason())
                .errorCategory(why.category())
                .errorSeverity(why.severity())
                .actionableSteps(why.actionableSteps())
                .actions(why.actions())
                .retryable(why.retryable())
                .cause(why.cause())
                .documentation(why.documentation())
                .side(why.side())
                .object(why.object())
                .condition(why.condition());
    }
}
