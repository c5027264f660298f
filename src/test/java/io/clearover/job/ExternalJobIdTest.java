package io.clearover.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExternalJobIdTest {

    private static final Instant START = Instant.ofEpochSecond(1759501320);

    @Test
    void it_has_the_appliances_form() {
        assertThat(ExternalJobId.of(JobKind.TEST_FAILOVER, FailoverType.TEST, "web01", START)
                        .value())
                .isEqualTo("unified-test-failover-web01-1759501320");
        assertThat(ExternalJobId.of(JobKind.ROLLBACK, FailoverType.TEST, "web01", START)
                        .value())
                .isEqualTo("rollback-test-failover-web01-1759501320");
    }

    @Test
    void it_says_live_for_a_live_failover_and_its_rollback() {
        assertThat(ExternalJobId.of(JobKind.LIVE_FAILOVER, FailoverType.LIVE, "web01", START)
                        .value())
                .isEqualTo("unified-live-failover-web01-1759501320");
        assertThat(ExternalJobId.of(JobKind.ROLLBACK, FailoverType.LIVE, "web01", START)
                        .value())
                .isEqualTo("rollback-live-failover-web01-1759501320");
    }

    @Test
    void a_long_vm_name_is_cut_but_never_the_time() {
        ExternalJobId id = ExternalJobId.of(JobKind.ROLLBACK, FailoverType.TEST, "x".repeat(255), START);

        assertThat(id.value()).hasSize(64).endsWith("x-1759501320");
        assertThat(id.time()).isEqualTo("1759501320");
    }

    @Test
    void what_would_need_escaping_in_an_address_becomes_a_hyphen() {
        assertThat(ExternalJobId.of(JobKind.TEST_FAILOVER, FailoverType.TEST, "my vm/ü%", START)
                        .value())
                .isEqualTo("unified-test-failover-my-vm----1759501320");
    }
}
