package io.clearover.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void what_would_need_escaping_in_an_address_becomes_a_hyphen() {
        assertThat(failover("my vm/ü%", START, ONE).value()).startsWith("unified-test-failover-my-vm----1759501320");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"web01", "my vm", "db_2", "Bücher", "it's \"new\"", "a&b+c,d@e", "vm \uD83D\uDD25", "x.y", "<b>"
            })
    void it_can_be_told_with_the_vms_name_as_it_is(String name) {
        ExternalJobId id = failover(name, START, ONE);

        assertThat(id.named(JobKind.TEST_FAILOVER, FailoverType.TEST, name))
                .isEqualTo("unified-test-failover-" + name + "-17595013202n9c000001");
    }

    @Test
    void what_no_address_can_carry_is_a_hyphen_there_too() {
        String name = "a/b\\c#d?e%f;g|h^i[j]k\tl";

        assertThat(failover(name, START, ONE).named(JobKind.TEST_FAILOVER, FailoverType.TEST, name))
                .isEqualTo("test-a-b-c-d-e-f-g-h-i-j-k-l-17595013202n9c000001");
    }

    @Test
    void a_longer_name_gets_a_shorter_beginning() {
        assertThat(failover("x".repeat(38), START, ONE).value())
                .isEqualTo("test-" + "x".repeat(38) + "-17595013202n9c000001")
                .hasSize(64);
        assertThat(rollback("x".repeat(34)).value())
                .isEqualTo("rollback-" + "x".repeat(34) + "-17595013202n9c000001")
                .hasSize(64);
    }

    @Test
    void a_name_that_is_too_long_is_cut_but_never_the_stamp() {
        ExternalJobId id = rollback("x".repeat(255));

        assertThat(id.value())
                .hasSize(64)
                .startsWith("rollback-test-failover-xx")
                .endsWith("x-17595013202n9c000001");
        assertThat(id.stamp()).isEqualTo("17595013202n9c000001");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 34, 35, 38, 39, 255})
    void the_id_with_the_name_leads_to_what_is_recorded(int length) {
        for (String name : List.of(
                "x".repeat(length),
                "\uD83D\uDD25x".repeat(length / 3 + 1),
                "a-b_c".repeat(length / 5 + 1),
                "-".repeat(length))) {
            ExternalJobId id = rollback(name);
            String named = id.named(JobKind.ROLLBACK, FailoverType.TEST, name);

            assertThat(named).contains(name).startsWith("rollback-").endsWith(id.stamp());
            assertThat(JobId.named(named).value())
                    .isEqualTo(id.value())
                    .hasSizeLessThanOrEqualTo(64)
                    .matches("[A-Za-z0-9.-]+");
        }
    }

    @Test
    void a_name_of_34_characters_fits_in_64() {
        String name = "x y_".repeat(8) + "zz";

        assertThat(rollback(name).named(JobKind.ROLLBACK, FailoverType.TEST, name))
                .contains(name)
                .hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unified-test-failover-my_vm-1759501320",
                "test-failover-my vm-1759501320",
                "5f0c0b1e-4a51-4b7f-9d1a-000000000001",
                "ctx-web01-20250901-090000",
                "x"
            })
    void an_id_of_another_program_is_as_it_is(String id) {
        assertThat(JobId.named(id).value()).isEqualTo(id);
    }

    @Test
    void an_id_that_was_recorded_in_another_form_is_told_as_it_is() {
        ExternalJobId old = new ExternalJobId("unified-test-failover-my-vm-1759501320");

        assertThat(old.named(JobKind.TEST_FAILOVER, FailoverType.TEST, "my vm")).isEqualTo(old.value());
    }

    private static ExternalJobId rollback(String vmName) {
        return ExternalJobId.of(JobKind.ROLLBACK, FailoverType.TEST, vmName, START, ONE);
    }

    private static ExternalJobId failover(String vmName, Instant start, JobId job) {
        return ExternalJobId.of(JobKind.TEST_FAILOVER, FailoverType.TEST, vmName, start, job);
    }
}
