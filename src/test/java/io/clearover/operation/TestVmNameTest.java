package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestVmNameTest {

    @Test
    void it_follows_from_the_vm_and_the_time_of_the_job() {
        assertThat(TestVmName.of("web01", "unified-test-failover-web01-1759501320"))
                .isEqualTo("web01-test-1759501320");
    }

    @Test
    void it_keeps_to_what_the_destination_takes_and_never_loses_its_time() {
        String name = TestVmName.of("My VM (ü) " + "x".repeat(255), "unified-test-failover-x-1759501320");

        assertThat(name).hasSizeLessThanOrEqualTo(63).matches("[A-Za-z0-9-]+").endsWith("-test-1759501320");
    }
}
