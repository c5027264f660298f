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
 * @param side where the fault is: source, destination, appliance, guest or link; null where the error doesn't tell, as the
 *     next two
 * @param object what the fault is about, such as disk, snapshot or credentials
 * @param condition what is wrong with it, such as not_found, busy or timed_out
 * @param evidence the part of the error that decided on these, without its secrets; null where nothing is known
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
        String side,
        String object,
        String condition,
        String evidence,
        String matched,
        String stepDisplayName) {}
