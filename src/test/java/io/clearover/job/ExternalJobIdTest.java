package io.clearover.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalJobIdTest {

    private static final Instant START = Instant.ofEpochSecond(1759501320, 123_456_789);
    private static final JobId ONE = new JobId("5f0c0b1e-4a51-4b7f-9d1a-000000000001");
    private static final JobId OTHER = new JobId("5f0c0b1e-4a51-4b7f-9d1a-000000000002");

    @Test
    void it_has_the_appliances_form_and_ends_in_the_jobs_stamp() {
        assertThat(failover("web01", START, ONE).value()).isEqualTo("unified-test-failover-web01-17595013202n9c000001");
        assertThat(ExternalJobId.of(JobKind.ROLLBACK, FailoverType.TEST, "web01", START, ONE)
                        .value())
                .isEqualTo("rollback-test-failover-web01-17595013202n9c000001");
    }

    @Test
    void it_says_live_for_a_live_failover_and_its_rollback() {
        assertThat(ExternalJobId.of(JobKind.LIVE_FAILOVER, FailoverType.LIVE, "web01", START, ONE)
                        .value())
                .startsWith("unified-live-failover-web01-1759501320");
        assertThat(ExternalJobId.of(JobKind.ROLLBACK, FailoverType.LIVE, "web01", START, ONE)
                        .value())
                .startsWith("rollback-live-failover-web01-1759501320");
    }

    @Test
    void jobs_of_vms_with_the_same_name_that_start_at_the_same_moment_differ() {
        assertThat(failover("web01", START, ONE)).isNotEqualTo(failover("web01", START, OTHER));
        assertThat(failover("x".repeat(255), START, ONE)).isNotEqualTo(failover("x".repeat(255), START, OTHER));
    }

    @Test
    void stamps_sort_as_the_jobs_started_within_a_second_too() {
        ExternalJobId first = failover("web01", START.with(ChronoField.NANO_OF_SECOND, 0), OTHER);
        ExternalJobId second = failover("web01", START, ONE);
        ExternalJobId third = failover("web01", START.with(ChronoField.NANO_OF_SECOND, 999_999_999), ONE);

        assertThat(List.of(first.stamp(), second.stamp(), third.stamp())).isSorted();
        assertThat(third.stamp())
                .isLessThan(failover("web01", START.plusSeconds(1), ONE).stamp());
    }

    @Test
    void a_long_vm_name_is_cut_but_never_the_stamp() {
        ExternalJobId id = ExternalJobId.of(JobKind.ROLLBACK, FailoverType.TEST, "x".repeat(255), START, ONE);

        assertThat(id.value()).hasSize(64).endsWith("x-17595013202n9c000001");
        assertThat(id.stamp()).isEqualTo("17595013202n9c000001");
    }

    @Test
    void what_would_need_escaping_in_an_address_becomes_a_hyphen() {
        assertThat(failover("my vm/ü%", START, ONE).value()).startsWith("unified-test-failover-my-vm----1759501320");
    }

    private static ExternalJobId failover(String vmName, Instant start, JobId job) {
        return ExternalJobId.of(JobKind.TEST_FAILOVER, FailoverType.TEST, vmName, start, job);
    }
}
