package io.clearover.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Fixtures;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.JobExplainer;
import io.clearover.job.view.JobRow;
import io.clearover.job.view.ReplicationJobs;
import io.clearover.job.view.StepRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobSnapshotsTest {

    private final JobSnapshots snapshots = new JobSnapshots(
            null,
            new JobExplainer(Fixtures.EXPLAINER, Fixtures.STEPS),
            new ReplicationJobs(null, null, "UTC"),
            new RunningJobs(Clock.systemUTC(), Duration.ofHours(12)));

    /** Rows may be such as nobody has thought of. */
    @Test
    void a_job_that_cannot_be_read_is_left_out_and_the_others_are_there() {
        List<LiveRow> rows = Stream.of(
                        Stream.of(job("first", "running", null)),
                        unreadable("odd"),
                        Stream.of(job("last", "pending", null)))
                .flatMap(Function.identity())
                .toList();

        assertThat(snapshots.of(rows)).containsOnlyKeys("first", "last");
    }

    @Test
    void it_is_there_again_when_it_can_be_read() {
        snapshots.of(unreadable("odd").toList());

        assertThat(snapshots.of(List.of(job("odd", "running", null)))).containsOnlyKeys("odd");
    }

    /** Its steps have no names. */
    private static Stream<LiveRow> unreadable(String id) {
        return Stream.of(1, 2)
                .map(seq -> job(id, "running", new StepRow(id, null, seq, "running", null, null, null, null)));
    }

    private static LiveRow job(String id, String status, StepRow step) {
        Instant now = Instant.now();
        JobRow job = new JobRow(
                id,
                null,
                null,
                null,
                null,
                "failover",
                "unified-test-failover",
                status,
                null,
                null,
                now,
                null,
                now,
                null,
                null);
        return new LiveRow(false, null, job, step, null);
    }
}
