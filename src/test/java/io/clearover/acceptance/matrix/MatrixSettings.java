package io.clearover.acceptance.matrix;

import io.clearover.acceptance.support.Clearover;
import io.clearover.quickstart.TestRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An installation as patient as it is by default, but in another time: what is a minute there is seconds here. */
final class MatrixSettings {

    /** Longer than every delay of a fault that is to be survived, and shorter than half the time for retries. */
    static final Duration REQUEST_TIMEOUT = Duration.ofMillis(1200);

    static final Duration RETRY_DURATION = Duration.ofMillis(3500);
    static final Duration JOB_TIMEOUT = Duration.ofSeconds(4);

    private MatrixSettings() {}

    static Clearover installation() {
        Map<String, String> settings = new HashMap<>();
        settings.put("CLEAROVER_DESTINATION_REQUEST_TIMEOUT", REQUEST_TIMEOUT.toString());
        settings.put("CLEAROVER_DESTINATION_POLL_INTERVAL", "PT0.02S");
        settings.put("CLEAROVER_DESTINATION_JOB_TIMEOUT", JOB_TIMEOUT.toString());
        settings.put("CLEAROVER_SOURCE_REQUEST_TIMEOUT", REQUEST_TIMEOUT.toString());
        settings.put("CLEAROVER_SOURCE_POWER_TIMEOUT", REQUEST_TIMEOUT.toString());
        settings.put("CLEAROVER_SOURCE_POLL_INTERVAL", "PT0.02S");
        settings.put("CLEAROVER_SOURCE_SHUTDOWN_TIMEOUT", "PT4S");
        settings.put("CLEAROVER_SOURCE_FORCED_OFF_TIMEOUT", "PT4S");
        settings.put("CLEAROVER_SOURCE_POWER_ON_TIMEOUT", "PT4S");
        settings.put("CLEAROVER_FINAL_SYNC_POLL_INTERVAL", "PT0.02S");
        settings.put("CLEAROVER_FINAL_SYNC_TIMEOUT", "PT10S");
        settings.put("CLEAROVER_FINAL_SYNC_END_TIMEOUT", "PT4S");
        settings.put("CLEAROVER_DRIVER_TIMEOUT", "PT6S");
        settings.put("CLEAROVER_VM_START_TIMEOUT", "PT4S");
        settings.put("CLEAROVER_RETRY_DELAY", "PT0.05S");
        settings.put("CLEAROVER_RETRY_MAX_DELAY", "PT0.2S");
        settings.put("CLEAROVER_RETRY_MAX_DURATION", RETRY_DURATION.toString());
        settings.put("CLEAROVER_UNDO_RETRY_DELAY", "PT0.1S");
        settings.put("CLEAROVER_HEALTH_DESTINATION_INTERVAL", "PT1H");
        settings.put("CLEAROVER_CHECK_AFTER_FAILURE_DELAY", "PT1H");
        return new Clearover(TestRun.folder("matrix"), 0, settings);
    }
}
