package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.RollbackNeed;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Nothing is advised that the data of the failed operation refute. */
class RefutedAdviceTest {

    private static final String DRIVERS = "virtio-driver-injection";
    private static final String UNKNOWN = "virt-v2v-in-place failed with exit code 1";
    private static final FailedOperation NOTHING_KNOWN = FailedOperation.of(OperationType.TEST_FAILOVER);

    @Test
    void of_a_windows_vm_nobody_is_told_to_verify_that_it_is_one() {
        assertThat(explained(DRIVERS, UNKNOWN, NOTHING_KNOWN).actionableSteps())
                .anyMatch(step -> step.contains("Windows-based"));
        assertThat(explained(DRIVERS, UNKNOWN, with(true, true, true)).actionableSteps())
                .isNotEmpty()
                .noneMatch(step -> step.contains("Windows-based"));
        assertThat(explained(DRIVERS, null, with(true, true, true)).actionableSteps())
                .isNotEmpty()
                .noneMatch(step -> step.contains("Windows-based"));
        assertThat(EXPLAINER
                        .explain(DRIVERS, with(true, true, true), UNKNOWN, Locale.GERMAN)
                        .actionableSteps())
                .isNotEmpty()
                .noneMatch(step -> step.contains("ob auf der VM Windows"));
    }

    @Test
    void who_had_drivers_installed_is_not_told_to_switch_that_on() {
        String bluescreen = "guest console: STOP: 0x0000007B INACCESSIBLE_BOOT_DEVICE";

        assertThat(explained("vm-startup-and-validation", bluescreen, with(true, false, true))
                        .actionableSteps())
                .anyMatch(step -> step.contains("driver installation switched on"));
        assertThat(explained("vm-startup-and-validation", bluescreen, with(true, true, true))
                        .actionableSteps())
                .isNotEmpty()
                .noneMatch(step -> step.contains("driver installation switched on"));
    }

    @Test
    void who_left_the_final_synchronization_out_is_not_told_to_leave_it_out() {
        Explanation without = explained("final-sync", null, with(false, true, false));

        assertThat(explained("final-sync", null, NOTHING_KNOWN).actions())
                .contains(QuickAction.START_WITHOUT_FINAL_SYNC);
        assertThat(without.actions()).doesNotContain(QuickAction.START_WITHOUT_FINAL_SYNC);
        assertThat(without.actionableSteps()).isNotEmpty().noneMatch(step -> step.contains("Final synchronization"));
    }

    private static FailedOperation with(Boolean windows, boolean drivers, boolean finalSync) {
        return new FailedOperation(OperationType.TEST_FAILOVER, RollbackNeed.NONE, windows, drivers, finalSync);
    }

    private static Explanation explained(String step, String error, FailedOperation failed) {
        return EXPLAINER.explain(step, failed, error, Locale.ENGLISH);
    }
}
