package io.clearover.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Asks for checks of failed jobs, and reads their answers. */
public final class CheckAnswers {

    private CheckAnswers() {}

    /** Where a check of the job is asked for. */
    public static String path(String job) {
        return "/api/v1/failover/%s/check".formatted(job);
    }

    /** The answer to a check that is asked for by a user; waits while there were too many. */
    public static JsonObject check(Clearover clearover, String user, String job) {
        return checkIn(clearover, user, "en", job).json();
    }

    /** The same, in a language. */
    public static Api.Answer checkIn(Clearover clearover, String user, String language, String job) {
        Api.Answer answer = await("a check is allowed")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> clearover.as(user).postIn(path(job), language, ""), got -> got.status() != 429);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** The result of each probe, by its slug. */
    public static Map<String, String> results(JsonObject answer) {
        Map<String, String> results = new TreeMap<>();
        answer.getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .forEach(check -> results.put(check.getString("probe"), check.getString("result")));
        return results;
    }

    /** What a probe found, by its slug. */
    public static JsonObject finding(JsonObject answer, String probe) {
        return answer.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("probe").equals(probe))
                .findFirst()
                .orElseThrow(() -> new AssertionError(probe + " in " + answer));
    }

    /** The job's status when what was looked at after its failure is kept with it. */
    public static JsonObject checked(Clearover clearover, String job, String user) {
        clearover.ended(job);
        return await("job %s is checked".formatted(job))
                .atMost(Duration.ofSeconds(15))
                .pollDelay(Duration.ZERO)
                .until(() -> clearover.status(job, user), status -> !status.getJsonArray("checks")
                        .isEmpty());
    }
}
