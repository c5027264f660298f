package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.CatalogueStep;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import io.clearover.explain.catalogue.RollbackNeed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Quick actions: each only where the engine has it and it would help. */
class OfferedActionsTest {
    private static final String CAPACITY = "Unable to start a VM due to insufficient capacity";
    private static final String REFUSED =
            "SNA discovery request failed: dial tcp [::1]:9081: connect: connection refused";
    private static final String HIBERNATED =
            "virt-v2v-in-place: error: unable to mount the disk image for writing. Windows Hibernation or Fast Restart";

    @Test
    void what_passes_by_itself_can_be_tried_again_while_nothing_was_left_behind() {
        assertThat(actions("validation", OperationType.TEST_FAILOVER, CAPACITY))
                .containsExactly(QuickAction.RETRY, QuickAction.OPEN_PREFLIGHT, QuickAction.CONTACT_ADMIN);
    }

    @Test
    void the_checks_are_offered_where_they_failed() {
        assertThat(actions("validation", OperationType.LIVE_FAILOVER, "Unmapped networks: [LAN]"))
                .contains(QuickAction.OPEN_PREFLIGHT);
        assertThat(actions("vm-creation", OperationType.LIVE_FAILOVER, CAPACITY))
                .doesNotContain(QuickAction.OPEN_PREFLIGHT);
    }

    @ParameterizedTest
    @EnumSource(names = {"MAYBE", "ALWAYS"})
    void where_something_may_be_left_a_rollback_comes_first_and_nothing_is_just_tried_again(RollbackNeed rollbackNeed) {
        for (OperationType failover : List.of(OperationType.TEST_FAILOVER, OperationType.LIVE_FAILOVER)) {
            assertThat(actions("vm-creation", failover, CAPACITY, rollbackNeed))
                    .startsWith(QuickAction.ROLL_BACK)
                    .doesNotContain(QuickAction.RETRY);
            assertThat(actions("vm-creation", failover, "???", rollbackNeed))
                    .startsWith(QuickAction.ROLL_BACK)
                    .doesNotContain(QuickAction.RETRY);
        }
    }

    @Test
    void the_advice_says_so_too() {
        assertThat(EXPLAINER
                        .explain(
                                "vm-creation",
                                FailedOperation.of(OperationType.LIVE_FAILOVER, RollbackNeed.ALWAYS),
                                CAPACITY,
                                Locale.ENGLISH)
                        .actionableSteps())
                .anyMatch(step -> step.contains("Roll back, then start the live failover again."));
        assertThat(EXPLAINER
                        .explain("vm-creation", OperationType.LIVE_FAILOVER, CAPACITY)
                        .actionableSteps())
                .anyMatch(step -> step.contains("tart the live failover again."))
                .noneMatch(step -> step.contains("oll back"));
    }

    @Test
    void what_does_not_pass_by_itself_is_not_offered_again() {
        assertThat(actions("validation", OperationType.TEST_FAILOVER, "sync status validation failed: no change id"))
                .doesNotContain(QuickAction.RETRY);
        assertThat(actions("validation", OperationType.TEST_FAILOVER, "???")).doesNotContain(QuickAction.RETRY);
    }

    @Test
    void a_test_failover_can_go_on_without_the_source_where_only_the_source_failed() {
        assertThat(actions("final-sync", OperationType.TEST_FAILOVER, REFUSED))
                .containsExactly(QuickAction.RETRY, QuickAction.START_WITHOUT_FINAL_SYNC, QuickAction.CONTACT_ADMIN);
        assertThat(actions("source-vm-power-off", OperationType.TEST_FAILOVER, REFUSED))
                .doesNotContain(QuickAction.START_WITHOUT_FINAL_SYNC);
        assertThat(actions("final-sync", OperationType.LIVE_FAILOVER, REFUSED))
                .doesNotContain(QuickAction.START_WITHOUT_FINAL_SYNC);
    }

    @Test
    void a_failover_can_be_started_without_drivers_where_they_failed() {
        assertThat(actions("virtio-driver-injection", OperationType.TEST_FAILOVER, HIBERNATED))
                .containsExactly(QuickAction.START_WITHOUT_DRIVER_INSTALLATION);
        assertThat(actions("virtio-driver-injection", OperationType.LIVE_FAILOVER, HIBERNATED, RollbackNeed.ALWAYS))
                .containsExactly(QuickAction.ROLL_BACK, QuickAction.START_WITHOUT_DRIVER_INSTALLATION);
        assertThat(actions("vm-creation", OperationType.TEST_FAILOVER, HIBERNATED))
                .doesNotContain(QuickAction.START_WITHOUT_DRIVER_INSTALLATION);
    }

    @Test
    void an_earlier_failover_that_was_not_cleaned_up_is_rolled_back_first() {
        assertThat(actions("validation", OperationType.TEST_FAILOVER, "VM is in state cleanup_required"))
                .startsWith(QuickAction.ROLL_BACK)
                .doesNotContain(QuickAction.RETRY);
    }

    @Test
    void a_rollback_can_be_started_again_but_not_rolled_back() {
        assertThat(actions("test-vm-deletion", OperationType.ROLLBACK, CAPACITY))
                .containsExactly(QuickAction.RETRY, QuickAction.CONTACT_ADMIN);
        assertThat(actions("test-vm-deletion", null, CAPACITY)).contains(QuickAction.RETRY);
    }

    @Test
    void a_replication_cannot_be_started_here() {
        for (CatalogueStep step : Fixtures.CATALOGUE.steps()) {
            assertThat(actions(step.names().get(0), OperationType.REPLICATION, CAPACITY))
                    .containsOnly(QuickAction.CONTACT_ADMIN);
        }
    }

    @Test
    void what_nobody_knows_anything_of_is_the_administrators() {
        assertThat(actions(null, null, null)).containsExactly(QuickAction.CONTACT_ADMIN);
    }

    @Test
    void actions_have_names_in_lower_case() {
        assertThat(QuickAction.START_WITHOUT_FINAL_SYNC.jsonName()).isEqualTo("start_without_final_sync");
    }

    @Test
    void every_explanation_links_to_its_cause_in_the_documentation() {
        assertThat(EXPLAINER.explain("validation", null, CAPACITY).documentation())
                .isEqualTo("/docs/troubleshooting.html#insufficient-capacity");
        assertThat(EXPLAINER.explain("validation", null, "???").documentation())
                .isEqualTo("/docs/troubleshooting.html#unrecognized");
    }

    private static List<QuickAction> actions(String step, OperationType operation, String error) {
        return EXPLAINER.explain(step, operation, error).actions();
    }

    private static List<QuickAction> actions(
            String step, OperationType operation, String error, RollbackNeed rollbackNeed) {
        return EXPLAINER
                .explain(step, FailedOperation.of(operation, rollbackNeed), error, Locale.ENGLISH)
                .actions();
    }
}
