package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An admin can see which rule answers an error. */
class RuleMatchTest {
    @Test
    void the_rule_that_answers_is_named_with_its_pattern() {
        assertThat(EXPLAINER.match("vm-creation", "Unable to start a VM due to insufficient capacity"))
                .contains(new RuleMatch("insufficient-capacity/1", "insufficient-capacity", "insufficient capacity"));
    }

    @Test
    void the_rule_is_that_of_the_explanation() {
        assertThat(FieldError.all()).allSatisfy(error -> {
            String cause = Fixtures.explain(error.step(), error.error()).cause();
            assertThat(EXPLAINER
                            .match(error.step(), error.error())
                            .map(RuleMatch::cause)
                            .orElse(Explanation.UNRECOGNIZED))
                    .isEqualTo(cause);
        });
    }

    @Test
    void where_nothing_matches_there_is_no_rule() {
        assertThat(EXPLAINER.match("vm-creation", "???")).isEmpty();
        assertThat(EXPLAINER.match(null, null)).isEmpty();
    }

    @Test
    void no_two_rules_have_the_same_name() {
        Set<String> names = new HashSet<>();

        assertThat(Fixtures.CATALOGUE.causes())
                .allSatisfy(cause -> assertThat(cause.patterns()).allSatisfy(pattern -> assertThat(
                                names.add(RuleMatch.of(new Rule(cause, pattern)).rule()))
                        .isTrue()));
    }
}
