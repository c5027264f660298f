package io.clearover.explain.rest;

import java.util.List;

/**
 * The explanation of an error that an admin tried.
 *
 * @param userMessage what failed, as everybody would read it
 * @param reason why
 * @param category compatibility, network, storage, platform, connectivity or configuration
 * @param severity info, warning, error or critical
 * @param actionableSteps what to do, most helpful first
 * @param actions what a program can offer to do, in the order in which it has to be done
 * @param retryable whether the same operation would probably succeed when just run again later
 * @param cause the cause's slug; unrecognized if no rule answers
 * @param documentation the path of the cause's section in the documentation; null for a cause in the operator's own words
 * @param matched the rule that answers; null if none does
 * @param stepDisplayName what people call the step; null if none was given
 */
public record ExplainResponse(
        String userMessage,
        String reason,
        String category,
        String severity,
        List<String> actionableSteps,
        List<String> actions,
        boolean retryable,
        String cause,
        String documentation,
        String matched,
        String stepDisplayName) {}
