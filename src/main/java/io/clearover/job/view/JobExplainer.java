package io.clearover.job.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clearover.explain.Explainer;
import io.clearover.explain.ExplanationFields;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.catalogue.StepInfo;
import io.clearover.job.JobStatus;
import io.clearover.job.StepStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Explains jobs and steps where they are shown, from what is stored: a better catalogue improves old history too. */
@ApplicationScoped
public class JobExplainer {

    /** Characters of the errors whose explanations are remembered, as they are shown again and again. */
    private static final long MOST_REMEMBERED = 4_000_000;

    /** Of an explanation without its error. */
    private static final int WEIGHT = 500;

    private final Explainer explainer;
    private final StepCatalogue steps;
    private final Cache<Failure, ExplanationFields> known = Caffeine.newBuilder()
            .maximumWeight(MOST_REMEMBERED)
            .weigher((Failure failure, ExplanationFields fields) -> failure.weight())
            .build();

    JobExplainer() {
        this(null, null);
    }

    @Inject
    public JobExplainer(Explainer explainer, StepCatalogue steps) {
        this.explainer = explainer;
        this.steps = steps;
    }

    /** Why a job failed, if it did. */
    public ExplanationFields of(TrackedJob job) {
        String step = job.failedStep().map(StepRow::name).orElse(null);
        return explain(job.status() == JobStatus.FAILED, step, job.failedOperation(), job.rawError());
    }

    /** Why a step failed, if it did. */
    public ExplanationFields of(TrackedJob job, StepRow step) {
        String error = step.errorMessage() == null ? job.rawError() : step.errorMessage();
        return explain(step.state() == StepStatus.FAILED, step.name(), job.failedOperation(), error);
    }

    /** In plain words what failed although the job was completed, or why it is stalled; null otherwise. */
    public String warning(TrackedJob job) {
        return job.status() == JobStatus.STALLED
                ? stalled(job.failedOperation())
                : job.ignoredFailure().map(step -> of(job, step).message()).orElse(null);
    }

    /** In plain words why a replication is stalled; null if it isn't. */
    public String warning(ReplicationRow replication) {
        return replication.state() == JobStatus.STALLED ? stalled(FailedOperation.of(OperationType.REPLICATION)) : null;
    }

    private String stalled(FailedOperation operation) {
        return explainer
                .explain(null, operation, TrackedJob.SILENCE, Locale.ENGLISH)
                .reason();
    }

    /** Why a replication failed, if it did. */
    public ExplanationFields of(ReplicationRow replication) {
        boolean failed = replication.state() == JobStatus.FAILED;
        return explain(failed, "replication", FailedOperation.of(OperationType.REPLICATION), replication.rawError());
    }

    private ExplanationFields explain(boolean failed, String step, FailedOperation operation, String rawError) {
        return failed
                ? known.get(new Failure(step, operation, rawError), this::explained)
                : ExplanationFields.of(Optional.empty());
    }

    private ExplanationFields explained(Failure failure) {
        return ExplanationFields.of(Optional.of(
                explainer.explain(failure.step(), failure.operation(), failure.rawError(), Locale.ENGLISH)));
    }

    /** All that an explanation depends on, with the catalogue, which is the same as long as the server runs. */
    private record Failure(String step, FailedOperation operation, String rawError) {

        private int weight() {
            return WEIGHT + (rawError == null ? 0 : rawError.length());
        }
    }

    public StepInfo step(String name) {
        return steps.of(name);
    }

    /** The step's name as an answer has it: the raw one for admins, for others one made from the display name. */
    public String name(StepRow step, boolean admin) {
        return admin ? step.name() : steps.of(step.name()).slug();
    }

    /** What people call a step; null for null. */
    public String displayName(StepRow step) {
        return step == null ? null : steps.of(step.name()).displayName();
    }
}
