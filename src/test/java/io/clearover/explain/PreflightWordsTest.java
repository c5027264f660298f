package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.CheckResult;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.QuickAction;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What is said of the checks before an operation. */
class PreflightWordsTest {

    private final PreflightWords words = new PreflightWords(Fixtures.CATALOGUE, Fixtures.STEPS, Fixtures.EXPLAINER);

    @Test
    void a_finding_has_its_result_and_words() {
        CheckWords old = words.found("replication", "old", OperationType.TEST_FAILOVER, Locale.ENGLISH);

        assertThat(old.result()).isEqualTo(CheckResult.WARN);
        assertThat(old.message()).isEqualTo("The last replication is old");
        assertThat(old.category()).isEqualTo(Category.CONFIGURATION);
        assertThat(old.actionableSteps()).hasSize(1);
    }

    @Test
    void what_any_check_can_find_keeps_the_checks_own_category() {
        CheckWords late = words.found("volumes", "late", OperationType.TEST_FAILOVER, Locale.ENGLISH);

        assertThat(late.result()).isEqualTo(CheckResult.WARN);
        assertThat(late.message()).isEqualTo("Could not be checked in time");
        assertThat(late.category()).isEqualTo(Category.STORAGE);
        assertThat(late.actions()).containsExactly(QuickAction.CONTACT_ADMIN);
    }

    @Test
    void a_rollback_is_offered_where_the_advice_says_so() {
        CheckWords left = words.found("vm-state", "cleanup-required", OperationType.TEST_FAILOVER, Locale.ENGLISH);

        assertThat(left.actionableSteps()).containsExactly("Roll back this VM.");
        assertThat(left.actions()).containsExactly(QuickAction.ROLL_BACK);
    }

    @Test
    void an_error_is_told_by_its_cause() {
        CheckWords taken = words.failed(
                "a VM named \"web01\" already exists at the destination", OperationType.LIVE_FAILOVER, Locale.ENGLISH);

        assertThat(taken.result()).isEqualTo(CheckResult.FAIL);
        assertThat(taken.message()).isEqualTo("Pre-flight validation failed - a VM of that name already exists");
        assertThat(taken.actionableSteps()).isNotEmpty();
    }

    @Test
    void each_language_has_its_own_words() {
        CheckWords old = words.found("replication", "old", OperationType.TEST_FAILOVER, Locale.GERMAN);

        assertThat(words.displayName("vm-state", Locale.GERMAN)).isEqualTo("Zustand der VM");
        assertThat(old.message()).isEqualTo("Die letzte Replikation ist alt");
    }

    @Test
    void the_same_is_offered_in_each_language() {
        assertThat(words.found("vm-state", "unknown", OperationType.TEST_FAILOVER, Locale.GERMAN)
                        .actions())
                .isEqualTo(List.of(QuickAction.CONTACT_ADMIN));
    }

    @Test
    void there_are_no_words_for_what_no_check_finds() {
        assertThatThrownBy(() -> words.found("nothing", "old", OperationType.TEST_FAILOVER, Locale.ENGLISH))
                .isInstanceOf(NoSuchElementException.class);
    }
}
