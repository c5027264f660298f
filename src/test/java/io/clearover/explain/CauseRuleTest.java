package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.matching.CauseRule;
import io.clearover.explain.matching.MatchRank;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An admin can see which rule answers an error. */
class CauseRuleTest {
    @Test
    void the_rule_that_answers_is_named_with_its_pattern() {
        CauseRule rule = EXPLAINER
                .match("vm-creation", "Unable to start a VM due to insufficient capacity")
                .orElseThrow();

        assertThat(rule.name()).isEqualTo("insufficient-capacity/1");
        assertThat(rule.cause()).isEqualTo("insufficient-capacity");
        assertThat(rule.pattern()).hasToString("insufficient capacity");
    }

    @Test
    void the_rule_is_that_of_the_explanation() {
        assertThat(FieldError.all()).allSatisfy(error -> EXPLAINER
                .match(error.step(), error.error())
                .filter(rule -> rule.rank() != MatchRank.SYMPTOM)
                .ifPresent(rule -> assertThat(rule.cause())
                        .isEqualTo(Fixtures.explain(error.step(), error.error()).cause())));
    }

    @Test
    void what_says_only_that_something_failed_is_no_cause() {
        assertThat(EXPLAINER
                        .match("virtio-driver-injection", "VirtIO injection failed")
                        .map(CauseRule::rank))
                .contains(MatchRank.SYMPTOM);
        assertThat(Fixtures.explain("virtio-driver-injection", "VirtIO injection failed")
                        .cause())
                .isEqualTo(Explanation.UNRECOGNIZED);
    }

    @Test
    void where_nothing_matches_there_is_no_rule() {
        assertThat(EXPLAINER.match("vm-creation", "???")).isEmpty();
        assertThat(EXPLAINER.match(null, null)).isEmpty();
    }

    @Test
    void no_two_rules_have_the_same_name() {
        Set<String> names = new HashSet<>();

        assertThat(Fixtures.CATALOGUE.rules())
                .allSatisfy(rule -> assertThat(names.add(rule.name())).isTrue());
    }
}
