package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import org.junit.jupiter.api.Test;

/** How a person starts a live failover at the page, and takes it back. */
@WithBrowser
class LiveFailoverPageIT {

    private static final String LIVE = "/api/v1/failover/live";

    @Test
    void a_live_failover_switches_the_source_off_and_moves_the_vm(Visitor visitor, Clearover clearover) {
        openStartDialog(visitor, "web01");
        visitor.part("confirm-name").fill("web01");
        visitor.part("start-confirm").click();

        visitor.seesEnd("Live Failover", "completed");
        assertThat(visitor.part("vm-detail-state")).hasText("Failed over");
        assertThat(sourcePower(clearover, "web01")).isEqualTo("poweredOff");
    }

    @Test
    void it_is_not_started_until_the_vms_name_is_typed(Visitor visitor, Clearover clearover) {
        openStartDialog(visitor, "web01");
        visitor.part("confirm-name").fill("web02");

        visitor.part("start-confirm").click();

        assertThat(visitor.part("confirm-name-note")).containsText("Type the VM's name exactly");
        assertThat(visitor.part("confirm-name")).isFocused();
        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }

    @Test
    void the_kind_of_failover_can_be_changed_in_the_dialog(Visitor visitor) {
        visitor.signIn("operator");
        visitor.open("web01");
        visitor.part("start-test-failover").click();
        assertThat(visitor.part("confirm-name")).hasCount(0);
        assertThat(visitor.part("option-power-off-source")).hasCount(0);

        visitor.part("kind-live-failover").check();

        assertThat(visitor.part("start-about")).containsText("the source VM is switched off");
        assertThat(visitor.part("option-power-off-source")).isChecked();
        assertThat(visitor.part("start-confirm")).hasText("Start live failover");
    }

    @Test
    void an_option_stays_as_it_was_chosen_when_the_kind_is_changed(Visitor visitor) {
        visitor.signIn("operator");
        visitor.open("web01");
        visitor.part("start-test-failover").click();
        visitor.part("option-final-sync").uncheck();

        visitor.part("kind-live-failover").check();

        assertThat(visitor.part("option-power-off-source")).isChecked();
        assertThat(visitor.part("option-final-sync")).not().isChecked();
    }

    @Test
    void what_one_should_know_of_a_start_is_said_before_and_after_it(Visitor visitor) {
        openStartDialog(visitor, "web01");
        visitor.part("option-power-off-source").uncheck();
        assertThat(visitor.part("option-warning")).containsText("Both VMs will run at the same time");
        visitor.part("confirm-name").fill("web01");

        visitor.part("start-confirm").click();

        assertThat(visitor.part("start-warnings")).containsText("The source VM stays on");
        visitor.seesEnd("Live Failover", "completed");
        assertThat(visitor.part("start-warnings")).isVisible();
    }

    @Test
    void its_rollback_switches_the_source_on_again(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));
        openRollbackDialog(visitor, "web01");
        assertThat(visitor.part("rollback-about")).containsText("takes the live failover back");
        assertThat(visitor.part("option-power-on-source")).isChecked();

        visitor.part("rollback-confirm").click();

        visitor.seesEnd("Rollback", "completed");
        assertThat(sourcePower(clearover, "web01")).isEqualTo("poweredOn");
    }

    @Test
    void its_rollback_leaves_the_source_off_if_a_person_wants_that(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"web01\"}"));
        openRollbackDialog(visitor, "web01");

        visitor.part("option-power-on-source").uncheck();
        visitor.part("rollback-confirm").click();

        visitor.seesEnd("Rollback", "completed");
        assertThat(sourcePower(clearover, "web01")).isEqualTo("poweredOff");
    }

    @Test
    void the_rollback_of_a_test_says_nothing_of_the_sources_power(Visitor visitor, Clearover clearover) {
        clearover.ended(clearover.startTestFailover("web01"));

        openRollbackDialog(visitor, "web01");

        assertThat(visitor.part("rollback-about")).containsText("ends the test failover");
        assertThat(visitor.part("rollback-dialog")).containsText("The source VM is not touched");
        assertThat(visitor.part("option-power-on-source")).hasCount(0);
    }

    @Test
    void a_rollback_after_an_undo_that_failed_cleans_up_what_is_left(Visitor visitor, Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("revertSnapshot", FaultKind.REFUSE)
                        .forVm("pgtest1")
                        .always());
        clearover.ended(clearover.start(LIVE, "{\"vm_name\": \"pgtest1\"}"));
        clearover.installation().lab().faults().clear();
        openRollbackDialog(visitor, "pgtest1");
        assertThat(visitor.part("rollback-about")).hasText("This cleans up what an operation left at the destination:");

        visitor.part("rollback-confirm").click();

        visitor.seesEnd("Rollback", "completed");
        assertThat(sourcePower(clearover, "pgtest1")).isEqualTo("poweredOn");
    }

    @Test
    void a_viewer_is_offered_no_live_failover(Visitor visitor) {
        visitor.signIn("viewer");
        visitor.open("web01");

        assertThat(visitor.part("actions-note")).isVisible();
        assertThat(visitor.part("start-live-failover")).hasCount(0);
    }

    private static void openStartDialog(Visitor visitor, String vmName) {
        visitor.signIn("operator");
        visitor.open(vmName);
        visitor.part("start-live-failover").click();
    }

    private static void openRollbackDialog(Visitor visitor, String vmName) {
        visitor.signIn("operator");
        visitor.open(vmName);
        visitor.part("rollback").click();
    }

    private static String sourcePower(Clearover clearover, String vmName) {
        return clearover.installation().lab().look().of(vmName).sourcePower();
    }
}
