package io.clearover.job;

import io.clearover.database.Json;
import jakarta.json.bind.JsonbException;

/**
 * How far a long step has come, in {@code job_steps.metadata}.
 *
 * @param percent 0 to 100; null if unknown
 * @param bytesTransferred null if unknown
 * @param bytesTotal null if unknown
 */
public record StepProgress(Double percent, Long bytesTransferred, Long bytesTotal) {

    /** Of work that is about to begin. */
    static final StepProgress NONE = new StepProgress(0.0, 0L, 0L);

    /** Null for a column that says nothing of the kind. */
    public static StepProgress of(String json) {
        if (json == null || !json.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            StepProgress progress = Json.read(json, StepProgress.class);
            return progress.percent == null ? null : progress;
        } catch (JsonbException notOurs) {
            return null;
        }
    }

    String toJson() {
        return Json.write(this);
    }
}
