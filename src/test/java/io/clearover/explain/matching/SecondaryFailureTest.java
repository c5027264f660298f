package io.clearover.explain.matching;

import static io.clearover.explain.Fixtures.explain;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else failed after the root cause stands last in the text, but is not why the operation failed. */
class SecondaryFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "write failed: no space left on device; cleanup also failed: connection refused",
                "write failed: no space left on device; rollback also failed: dial tcp: connection refused",
                "write failed: no space left on device; cleanup failed: connection refused",
                "write failed: no space left on device (rollback failed: connection refused)",
                "write failed: no space left on device, and the automatic rollback ended with an error: connection refused",
                "write failed: no space left on device (cleanup error: connection refused)",
                "write failed: no space left on device\nrollback failed: connection refused",
                "write failed: no space left on device. Additionally, failed to clean up: connection refused",
                "write failed: no space left on device. Another error occurred while cleaning up: connection refused",
                "OSError: No space left on device\n\nDuring handling of the above exception, another exception occurred:"
                        + "\n\nConnectionRefusedError: [Errno 111] Connection refused",
                "OSError: No space left on device\n\nThe above exception was the direct cause of the following exception:"
                        + "\n\nRuntimeError: connection refused",
                "cleanup failed: connection refused (original error: no space left on device)",
                "rollback also failed: connection refused; original error: no space left on device",
                "no space left on device: volume 3\nfailed to clean up: connection refused",
                "original error: no space left on device; cleanup also failed: connection refused",
                "{\"error\":\"no space left on device; cleanup also failed: connection refused\"}"
            })
    void the_failure_of_the_cleanup_does_not_win_over_the_root_cause(String error) {
        assertThat(explain("multi-volume-snapshot-creation", error).cause()).isEqualTo("storage-full");
    }

    @Test
    void a_suppressed_exception_does_not_win_over_the_exception_itself() {
        String trace = "java.io.IOException: No space left on device\n"
                + "\tat a.B.write(B.java:12)\n"
                + "\tSuppressed: java.lang.IllegalStateException: close\n"
                + "\t\tat a.B.close(B.java:20)\n"
                + "\t\t... 3 more\n"
                + "\tCaused by: java.net.ConnectException: Connection refused\n"
                + "\t\tat a.B.close(B.java:22)\n";

        assertThat(explain("multi-volume-snapshot-creation", trace).cause()).isEqualTo("storage-full");
        assertThat(explain("multi-volume-snapshot-creation", inJson(trace)).cause())
                .isEqualTo("storage-full");
    }

    @Test
    void the_cause_after_a_suppressed_exception_is_the_cause() {
        String trace = "a.PlatformException: snapshot of the volume\n"
                + "\tat a.B.write(B.java:12)\n"
                + "\tSuppressed: java.net.ConnectException: Connection refused\n"
                + "\t\tat a.B.close(B.java:22)\n"
                + "Caused by: java.io.IOException: No space left on device\n"
                + "\t... 2 more\n";

        assertThat(explain("multi-volume-snapshot-creation", trace).cause()).isEqualTo("storage-full");
        assertThat(explain("multi-volume-snapshot-creation", inJson(trace)).cause())
                .isEqualTo("storage-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback failed: snapshot revert failed: no space left on device",
                "failed to clean up volumes: no space left on device",
                "failed to rollback 2 volumes: no space left on device",
                "cleanup also failed: no space left on device",
                "snapshot creation failed: error during cleanup: no space left on device",
                "Suppressed: java.io.IOException: No space left on device"
            })
    void where_the_cleanup_itself_is_what_failed_its_cause_decides(String error) {
        assertThat(explain("cloudstack-snapshot-rollback", error).cause()).isEqualTo("storage-full");
    }

    private static String inJson(String text) {
        return "{\"error\":\"" + text.replace("\n", "\\n").replace("\t", "\\t") + "\"}";
    }
}
