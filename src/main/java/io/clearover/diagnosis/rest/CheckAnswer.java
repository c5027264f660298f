package io.clearover.diagnosis.rest;

import io.clearover.job.view.CorrectionView;
import io.clearover.job.view.FindingView;
import io.clearover.job.view.LeftBehindView;
import java.time.Instant;
import java.util.List;

/**
 * What is so now of what made a job fail.
 *
 * @param result whether its cause is still there: still_so, no_longer_so or cannot_tell
 * @param message that in plain words
 * @param reason more about it
 * @param actionableSteps what to do, most helpful first; may be empty
 * @param actions what a program can offer to do now, named as by POST /explanations: retry where the cause is gone and the
 *     VM's state allows it; may be empty
 * @param checks what each probe found that belongs to the failure
 * @param leftBehind what is left of the operation at destination and source
 * @param correction what a probe proved to be the matter where the error says something else; null if none did
 */
public record CheckAnswer(
        String jobId,
        String externalJobId,
        String contextId,
        String vmName,
        Instant checkedAt,
        String result,
        String message,
        String reason,
        List<String> actionableSteps,
        List<String> actions,
        List<FindingView> checks,
        LeftBehindView leftBehind,
        CorrectionView correction) {}
