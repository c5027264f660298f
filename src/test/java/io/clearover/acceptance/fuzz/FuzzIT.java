package io.clearover.acceptance.fuzz;

import io.clearover.acceptance.support.Chance;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Soak;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.LabKeys;
import io.clearover.quickstart.TestRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to the server, it answers, keeps its secrets and goes on. {@code -Dfuzz.duration=PT10M} says for how long;
 * {@code -Dfuzz.seed=} sends the same again, and with {@code -Dfuzz.only=} one request alone, by its number.
 */
@Soak
@WithClearover
class FuzzIT {

    private static final int MOST = 1_000_000;

    /** Percent of all: wrong passwords are sent more seldom than that, and nobody else should meet a limit. */
    private static final int MOST_TURNED_AWAY = 5;

    private static final String STARTED_BY_OTHERS =
            "SELECT CONCAT(id, ' was started by ', COALESCE(JSON_VALUE(metadata, '$.started_by'), 'nobody'))"
                    + " FROM job_tracking WHERE owner LIKE 'clearover@%'"
                    + " AND COALESCE(JSON_VALUE(metadata, '$.started_by'), '') NOT IN ('operator', 'admin')";

    private final long seed = Chance.seed("fuzz");
    private final Duration duration = Chance.duration("fuzz", Duration.ofSeconds(30), Duration.ofMinutes(20));
    private final Integer only = Integer.getInteger("fuzz.only");

    @Test
    void whatever_is_asked_the_server_answers_well_tells_no_internals_and_goes_on(Clearover clearover)
            throws IOException {
        Fuzzing.Settings settings = settings(clearover);
        ServerLogs logs = new ServerLogs(logFolders(clearover));
        try (Fuzzing fuzzing = new Fuzzing(settings)) {
            ask(fuzzing);
            System.out.println(fuzzing.summary());
            Path report = Files.createDirectories(TestRun.folder("fuzz")).resolve("findings.txt");
            Files.write(report, fuzzing.allFindings());

            SoftAssertions all = new SoftAssertions();
            all.assertThat(fuzzing.findings())
                    .as("fuzz.seed=%d, all in %s", seed, report)
                    .isEmpty();
            all.assertThat(logs.faults()).as("fuzz.seed=%d, in the logs", seed).isEmpty();
            all.assertThat(clearover.texts(STARTED_BY_OTHERS))
                    .as("fuzz.seed=%d", seed)
                    .isEmpty();
            all.assertThat(only == null ? fuzzing.notReached() : List.of())
                    .as("not reached")
                    .isEmpty();
            all.assertThat(fuzzing.percentTurnedAway())
                    .as("percent turned away")
                    .isLessThan(MOST_TURNED_AWAY);
            assertGoesOn(clearover, all);
            all.assertAll();
        }
    }

    private void ask(Fuzzing fuzzing) {
        if (only == null) {
            fuzzing.run();
        } else {
            System.out.println(fuzzing.once(only));
        }
    }

    /** Also for those as whom wrong passwords were sent. */
    private static void assertGoesOn(Clearover clearover, SoftAssertions all) {
        all.assertThat(clearover.isReady()).as("ready").isTrue();
        for (String user : List.of("viewer", "operator", "admin")) {
            all.assertThat(clearover.as(user).get("/api/v1/me").status())
                    .as(user)
                    .isEqualTo(200);
        }
    }

    private Fuzzing.Settings settings(Clearover clearover) {
        // its key makes its id, so that a seed's requests name the same job in each run
        String failed = clearover
                .as("operator")
                .postWith("Idempotency-Key", "fuzz", "/api/v1/failover/test", "{\"vm_name\": \"app01\"}")
                .json()
                .getString("job_id");
        clearover.ended(failed);
        return new Fuzzing.Settings(
                seed,
                URI.create(clearover.url()).getPort(),
                clearover.as(null).get("/openapi?format=json").text(),
                Map.of(
                        "context_id",
                        clearover.texts("SELECT context_id FROM vm_replication_contexts ORDER BY context_id"),
                        "replication_id",
                        clearover.texts("SELECT id FROM replication_jobs ORDER BY id LIMIT 5"),
                        "job_id",
                        List.of(failed)),
                List.of(LabKeys.API_KEY, LabKeys.SECRET_KEY, LabKeys.SOURCE_PASSWORD),
                duration,
                MOST);
    }

    private static List<Path> logFolders(Clearover clearover) {
        Path folder = clearover.installation().server().console().getParent();
        return List.of(folder, folder.resolve("logs"));
    }
}
