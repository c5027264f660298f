package io.clearover.job.view;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * What a probe found about a failed job.
 *
 * @param probe its stable slug
 * @param displayName what people call it
 * @param side that it asked: source, destination or appliance
 * @param object what it is about, such as disk, network or credentials
 * @param result still_so (wrong at that time), no_longer_so (in order) or cannot_tell
 * @param message what it found, in plain words
 * @param reason more about it
 * @param actionableSteps what to do, most helpful first; empty if there is nothing to do
 * @param technical the technical side of it, without secrets; for admins alone, absent for others and if there is nothing to
 *     tell
 */
public record FindingView(
        String probe,
        String displayName,
        String side,
        String object,
        String result,
        Instant checkedAt,
        String message,
        String reason,
        List<String> actionableSteps,
        @JsonbNillable(false) String technical) {}
