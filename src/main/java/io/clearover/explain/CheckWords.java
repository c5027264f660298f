package io.clearover.explain;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.CheckResult;
import io.clearover.explain.catalogue.QuickAction;
import java.util.List;

/**
 * What a check has found, in words that anyone may read.
 *
 * @param message what it is, one line without a full stop
 * @param reason more about it, one or two sentences
 * @param actionableSteps what to do, most helpful first; empty if there is nothing to do
 * @param actions what a program can offer to do; may be empty
 */
public record CheckWords(
        CheckResult result,
        String message,
        String reason,
        Category category,
        List<String> actionableSteps,
        List<QuickAction> actions) {

    public CheckWords {
        actionableSteps = List.copyOf(actionableSteps);
        actions = List.copyOf(actions);
    }
}
