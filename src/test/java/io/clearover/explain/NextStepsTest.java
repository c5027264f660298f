package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepKind;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The next steps that the catalogue advises. */
class NextStepsTest {
    private static final Set<String> IMPERATIVES = Set.of(
            "Ask", "Check", "Contact", "Do", "Ensure", "Free", "If", "Install", "Look", "Or", "Power", "Reload",
            "Remove", "Roll", "Run", "Shut", "Start", "Switch", "Turn", "Verify", "Wait");

    @Test
    void every_next_step_tells_its_reader_what_to_do() {
        Stream<String> steps = Fixtures.CATALOGUE.causes().stream()
                .flatMap(cause -> Fixtures.CATALOGUE.kinds().values().stream().flatMap(kind -> new MessageSelector(
                                Fixtures.CATALOGUE.texts(), kind, FailedOperation.of(OperationType.TEST_FAILOVER))
                        .actions(cause).stream()))
                .distinct();

        assertThat(steps).allSatisfy(step -> {
            assertThat(IMPERATIVES).as(step).contains(step.split(" ")[0]);
            assertThat(step).endsWith(".");
        });
    }

    @Test
    void the_administrator_is_never_the_first_resort_where_the_generic_answer_knows_better() {
        for (StepKind kind : Fixtures.CATALOGUE.kinds().values()) {
            MessageSelector selector = new MessageSelector(
                    Fixtures.CATALOGUE.texts(), kind, FailedOperation.of(OperationType.TEST_FAILOVER));
            assertThat(selector.genericActions().get(0)).as(kind.id()).doesNotContain("administrator");
        }
    }
}
