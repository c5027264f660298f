package io.clearover.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** The form of every error answer (RFC 9457), checked for what each of them must have and must not show; the appliance's own programs look for {@code message} and {@code error}. */
public final class ProblemDocument {

    private static final Pattern INTERNALS = Pattern.compile(
            "(?i)exception|\\bat [\\w.$]+\\(|\\.java\\b|\\b(?:java|jakarta|javax)\\.\\w|io\\.clearover|resteasy|\\bcom\\.ibm\\b|\\bSRVE\\d");

    private ProblemDocument() {}

    /** The document of an answer that must have this status. */
    public static JsonObject of(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonObject problem = answer.json();
        assertThat(problem.getInt("status")).isEqualTo(status);
        for (String field : List.of("type", "title", "detail", "instance")) {
            assertThat(problem.getString(field)).as(field).isNotBlank();
        }
        assertThat(problem.getBoolean("success")).isFalse();
        for (String field : List.of("message", "error")) {
            assertThat(problem.getString(field)).as(field).isNotBlank();
        }
        assertShowsNoInternals(answer);
        return problem;
    }

    /** No stack trace, no class, no message of the container. */
    public static void assertShowsNoInternals(Api.Answer answer) {
        assertThat(INTERNALS.matcher(answer.text()).find()).as(answer.text()).isFalse();
    }

    /** The names of the fields that the problem calls wrong. */
    public static List<String> fieldsAtFault(JsonObject problem) {
        return problem.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .peek(error -> assertThat(error.getString("message")).isNotBlank())
                .map(error -> error.getString("field"))
                .toList();
    }
}
