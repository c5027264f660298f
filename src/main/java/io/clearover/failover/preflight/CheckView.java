package io.clearover.failover.preflight;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;

/**
 * A check and what it has found.
 *
 * @param name its stable slug
 * @param displayName what people call it
 * @param result pass, warn or fail
 * @param message what it has found
 * @param reason more about it
 * @param category compatibility, network, storage, platform, connectivity or configuration
 * @param actionableSteps what to do, most helpful first; empty if there is nothing to do
 * @param actions what a program can offer to do, named as by POST /explanations
 * @param failedAt when it was that the last failover failed, in the check that tells of it; absent in all others
 * @param technicalDetails the technical side of it, without secrets; for admins alone, absent for others and if there is
 *     nothing to tell
 */
public record CheckView(
        String name,
        String displayName,
        String result,
        String message,
        String reason,
        String category,
        List<String> actionableSteps,
        List<String> actions,
        @JsonbNillable(false) Instant failedAt,
        @JsonbNillable(false) String technicalDetails) {}
