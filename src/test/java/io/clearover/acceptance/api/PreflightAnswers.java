package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.TreeMap;

/** Asks for preflights, and reads their answers. */
final class PreflightAnswers {

    static final String PATH = "/api/v1/failover/preflight";

    private PreflightAnswers() {}

    /** The answer to a preflight that is asked for by a user. */
    static JsonObject preflight(Clearover clearover, String user, String body) {
        Api.Answer answer = clearover.as(user).post(PATH, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** The result of each check, by its name. */
    static Map<String, String> results(JsonObject answer) {
        Map<String, String> results = new TreeMap<>();
        answer.getJsonArray("checks")
                .getValuesAs(JsonObject.class)
                .forEach(check -> results.put(check.getString("name"), check.getString("result")));
        return results;
    }

    static JsonObject check(JsonObject answer, String name) {
        return answer.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The check fails, with a cause of that category, and something can be done about it. */
    static void assertFailed(JsonObject answer, String name, String category) {
        assertThat(results(answer)).as(answer.toString()).containsEntry(name, "fail");
        JsonObject check = check(answer, name);
        assertThat(check.getString("category")).isEqualTo(category);
        assertThat(check.getString("message")).isNotEqualTo("Pre-flight validation failed");
        assertThat(check.getJsonArray("actionable_steps").getValuesAs(JsonString::getString))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step).isNotBlank());
    }
}
