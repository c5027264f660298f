package io.clearover.job.view;

import java.time.Instant;
import java.util.List;

/**
 * What a probe proved to be the matter where the error says something else, or less.
 *
 * @param probe which proved it
 * @param note that the error says otherwise, in plain words
 * @param message what failed, with that cause
 * @param reason why
 * @param cause the cause's slug; a slug made of the condition where none is recognized
 * @param side where the fault is
 * @param object what it is about
 * @param condition what is wrong with it
 * @param actionableSteps what to do instead, most helpful first
 * @param documentation the path of the cause's section in the documentation
 */
public record CorrectionView(
        String probe,
        Instant checkedAt,
        String note,
        String message,
        String reason,
        String cause,
        String side,
        String object,
        String condition,
        List<String> actionableSteps,
        String documentation) {}
