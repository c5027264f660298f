package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.job.FailoverType;
import org.junit.jupiter.api.Test;

class DestinationVmNameTest {

    @Test
    void it_follows_from_the_vm_and_the_time_of_the_job() {
        assertThat(DestinationVmName.of(FailoverType.TEST, "web01", "unified-test-failover-web01-1759501320"))
                .isEqualTo("web01-test-1759501320");
    }

    @Test
    void for_good_it_is_the_vms_own_as_far_as_the_destination_takes_it() {
        assertThat(DestinationVmName.of(FailoverType.LIVE, "web_01", "unified-live-failover-web01-1759501320"))
                .isEqualTo("web-01");
    }

    @Test
    void it_keeps_to_what_the_destination_takes_and_never_loses_its_time() {
        String name = DestinationVmName.of(
                FailoverType.TEST, "My VM (ü) " + "x".repeat(255), "unified-test-failover-x-1759501320");

        assertThat(name).hasSizeLessThanOrEqualTo(63).matches("[A-Za-z0-9-]+").endsWith("-test-1759501320");
    }

    @Test
    void for_people_it_names_its_failover_so_that_it_is_unlike_any_other_of_its_name() {
        assertThat(DestinationVmName.marked("web-01", "unified-live-failover-web01-1759501320"))
                .isEqualTo("web-01 (unified-live-failover-web01-1759501320)");
    }
}
