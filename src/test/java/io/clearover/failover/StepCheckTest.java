package io.clearover.failover;

import static io.clearover.explain.Fixtures.STEPS;
import static io.clearover.job.StepAndUndo.CONFIRM;
import static io.clearover.job.StepAndUndo.DELETE_VM;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.failover.StepCheck.StepNames;
import io.clearover.job.StepAndUndo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepCheckTest {

    private final List<StepAndUndo> undo = new ArrayList<>(Arrays.stream(StepAndUndo.values())
            .filter(step -> !step.undoes().isEmpty())
            .toList());
    private final List<StepAndUndo> rollback = new ArrayList<>(undo);
    private final List<StepAndUndo> failover = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(undo)));

    @Test
    void the_steps_fit_together() {
        assertThatCode(() -> StepCheck.requireNames(STEPS, names())).doesNotThrowAnyException();
        assertThatCode(() -> StepCheck.requirePlans(failover, rollback, undo)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "multi-volume-snapshot-creaton, creating-backup-snapshots",
        "multi-volume-snapshot-creation, creating-backup-snapshot",
        "multi-volume-snapshot-creation, removing-backup-snapshots",
    })
    void a_misspelt_one_is_refused(String rawName, String slug) {
        List<StepNames> misspelt = List.of(new StepNames(rawName, slug));

        assertThatThrownBy(() -> StepCheck.requireNames(STEPS, misspelt)).hasMessageContaining(rawName);
    }

    @Test
    void one_that_has_the_name_of_another_is_refused() {
        List<StepNames> names = names();
        names.add(names.get(0));

        assertThatThrownBy(() -> StepCheck.requireNames(STEPS, names)).hasMessageContaining("twice");
    }

    @Test
    void one_that_is_twice_in_a_plan_is_refused() {
        rollback.add(DELETE_VM);

        assertThatThrownBy(() -> StepCheck.requirePlans(failover, rollback, undo))
                .hasMessage("step DELETE_VM is twice in the plan of rollbacks");
    }

    @Test
    void one_whose_undo_is_missing_is_refused() {
        undo.remove(DELETE_VM);

        assertThatThrownBy(() -> StepCheck.requirePlans(failover, rollback, undo))
                .hasMessage("step CREATE_VM is undone by DELETE_VM, which is missing");
    }

    @Test
    void one_that_no_plan_has_is_refused() {
        failover.remove(CONFIRM);

        assertThatThrownBy(() -> StepCheck.requirePlans(failover, rollback, undo))
                .hasMessage("step CONFIRM is in no plan");
    }

    private static List<StepNames> names() {
        return new ArrayList<>(Arrays.stream(StepAndUndo.values())
                .map(step -> new StepNames(step.rawName(), step.slug()))
                .toList());
    }
}
