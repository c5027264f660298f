package io.clearover.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Fixtures;
import io.clearover.job.RunningJobs;
import io.clearover.job.view.JobExplainer;
import io.clearover.job.view.JobRow;
import io.clearover.job.view.ReplicationJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSnapshotsTest {

    private final JobSnapshots snapshots = new JobSnapshots(
            null,
            new JobExplainer(Fixtures.EXPLAINER, Fixtures.STEPS),
            new ReplicationJobs(null, "UTC"),
            new RunningJobs(Clock.systemUTC(), Duration.ofHours(12)));

    /** Another version of the appliance may have words that this one doesn't know. */
    @Test
    void a_job_that_cannot_be_read_is_left_out_and_the_others_are_there() {
        List<LiveRow> rows = List.of(job("first", "running"), job("odd", "on-holiday"), job("last", "pending"));

        assertThat(snapshots.of(rows)).containsOnlyKeys("first", "last");
    }

    @Test
    void it_is_there_again_when_it_can_be_read() {
        snapshots.of(List.of(job("odd", "on-holiday")));

        assertThat(snapshots.of(List.of(job("odd", "running")))).containsOnlyKeys("odd");
    }

    private static LiveRow job(String id, String status) {
        Instant now = Instant.now();
        JobRow job = new JobRow(
                id,
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
        return new LiveRow(false, null, job, null, null);
    }
}
