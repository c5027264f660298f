package io.clearover.summary;

import io.clearover.job.TestOutcomeRecorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Adds what a test has shown to the VM's summary, while that tells of this test. */
@ApplicationScoped
public class TestOutcomeRecorder {

    private final SummaryStore summaries;

    TestOutcomeRecorder() {
        this(null);
    }

    @Inject
    public TestOutcomeRecorder(SummaryStore summaries) {
        this.summaries = summaries;
    }

    /** In the transaction that records it with the job: both have it, or neither. */
    void record(@Observes TestOutcomeRecorded recorded) {
        summaries.change(
                recorded.contextId(), summary -> tellsOf(summary, recorded) ? with(recorded, summary) : summary);
    }

    private static boolean tellsOf(LastOperation summary, TestOutcomeRecorded recorded) {
        return summary != null && recorded.jobId().value().equals(summary.jobId());
    }

    private static LastOperation with(TestOutcomeRecorded recorded, LastOperation summary) {
        return LastOperationBuilder.builder(summary)
                .testOutcome(recorded.outcome())
                .build();
    }
}
