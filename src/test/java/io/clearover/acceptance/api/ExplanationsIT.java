package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin tries errors, and sees which rule answers. */
@WithClearover
class ExplanationsIT {

    private static final String EXPLANATIONS = "/api/v1/explanations";
    private static final int BODY_LIMIT = 1024 * 1024;

    @Test
    void an_error_is_explained_as_everybody_would_read_it(Clearover clearover) {
        JsonObject answer = explain(
                clearover,
                "virtio-driver-injection",
                "test_failover",
                "failed to inject VirtIO drivers: virt-v2v-in-place failed with exit code 1");

        assertThat(answer.getString("user_message")).isEqualTo("Driver injection failed - compatibility tool error");
        assertThat(answer.getString("reason")).isNotBlank();
        assertThat(answer.getString("category")).isEqualTo("compatibility");
        assertThat(answer.getString("severity")).isEqualTo("error");
        assertThat(answer.getJsonArray("actionable_steps")).isNotEmpty();
        assertThat(texts(answer.getJsonArray("actions"))).contains("start_without_driver_installation");
        assertThat(answer.getBoolean("retryable")).isFalse();
        assertThat(answer.getString("cause")).isEqualTo("driver-tool-failed");
        assertThat(answer.getString("matched")).matches("driver-tool-failed/\\d+");
        assertThat(answer.getString("documentation")).endsWith("#driver-tool-failed");
        assertThat(answer.getString("step_display_name")).isEqualTo("Preparing Drivers for KVM");
    }

    @Test
    void an_error_that_no_rule_knows_says_so(Clearover clearover) {
        JsonObject answer = explain(clearover, "vm-creation", "test_failover", "frobnication 42 of the widget");

        assertThat(answer.get("matched")).isEqualTo(JsonValue.NULL);
        assertThat(answer.getString("cause")).isEqualTo("unrecognized");
        assertThat(answer.getString("user_message")).isEqualTo("Creating the destination VM failed");
        assertThat(answer.getJsonArray("actionable_steps")).isNotEmpty();
    }

    @Test
    void a_german_admin_gets_german_and_the_same_rule(Clearover clearover) {
        String question = "{\"step\": \"vm-creation\", \"error\": \"insufficient capacity\"}";

        Api.Answer answer = clearover.as("admin").postIn(EXPLANATIONS, "de", question);

        assertThat(answer.headers().firstValue("Content-Language")).contains("de");
        assertThat(answer.json().getString("user_message"))
                .isEqualTo("Erstellen der Ziel-VM fehlgeschlagen - nicht genug freie Ressourcen");
        assertThat(answer.json().getString("step_display_name")).isEqualTo("Ziel-VM erstellen");
        assertThat(answer.json().getString("matched")).startsWith("insufficient-capacity/");
        assertThat(clearover.as("admin").post(EXPLANATIONS, question).headers().firstValue("Content-Language"))
                .contains("en");
    }

    @Test
    void a_rule_of_the_operators_own_file_answers_too(Clearover clearover) {
        JsonObject answer = explain(clearover, "volume-attachment", "test_failover", "E17: tape robot 2 is busy");

        assertThat(answer.getString("matched")).isEqualTo("tape-robot-busy/1");
        assertThat(answer.get("documentation")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void the_error_alone_is_enough(Clearover clearover) {
        JsonObject answer =
                clearover.as("admin").post(EXPLANATIONS, "{\"error\": \"\"}").json();

        assertThat(answer.getString("user_message")).isEqualTo("Operation failed");
        assertThat(answer.get("step_display_name")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void an_array_is_answered_by_an_array_in_its_order(Clearover clearover) {
        JsonArray answers = array(
                clearover
                        .as("admin")
                        .post(
                                EXPLANATIONS,
                                """
                        [{"error": "connect: connection refused"}, {"error": "frobnication"},
                         {"step": "vm-creation", "operation_type": "test_failover", "error": "insufficient capacity"}]"""));

        assertThat(answers.getValuesAs(JsonObject.class))
                .extracting(answer -> answer.getString("cause"))
                .containsExactly("connection-refused", "unrecognized", "insufficient-capacity");
        assertThat(array(clearover.as("admin").post(EXPLANATIONS, "[]"))).isEmpty();
    }

    @Test
    void a_thousand_errors_may_be_sent_at_once_and_no_more(Clearover clearover) {
        List<String> thousand = Collections.nCopies(1000, "{\"error\": \"no space left on device\"}");

        assertThat(array(clearover.as("admin").post(EXPLANATIONS, thousand.toString())))
                .hasSize(1000);
        JsonObject problem = ProblemDocument.of(
                clearover
                        .as("admin")
                        .post(
                                EXPLANATIONS,
                                Collections.nCopies(1001, "{\"error\": \"\"}").toString()),
                400);
        assertThat(problem.getString("detail")).contains("1000");
    }

    @Test
    void an_error_may_be_as_long_as_a_body_may_be(Clearover clearover) {
        String end = ": no space left on device\"}";
        String start = "{\"error\": \"";
        String longest = start + "x ".repeat((BODY_LIMIT - start.length() - end.length()) / 2) + end;

        Api.Answer answer = clearover.as("admin").post(EXPLANATIONS, longest);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("cause")).isEqualTo("storage-full");
        assertThat(clearover
                        .as("admin")
                        .post(EXPLANATIONS, longest + " ".repeat(20))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | body",
                "'' | body",
                "7 | body",
                "{} | error",
                "{\"error\": null} | error",
                "{\"error\": 7} | error",
                "{\"error\": \"x\", \"step\": 1} | step",
                "{\"error\": \"x\", \"step\": \" \"} | step",
                "{\"error\": \"x\", \"operation_type\": \"teleport\"} | operation_type",
                "{\"error\": \"x\", \"operation_type\": {}} | operation_type",
                "{\"error\": \"x\", \"frobnicate\": true} | frobnicate",
                "[{\"error\": \"x\"}, {\"error\": 1}] | [1].error",
                "[{\"error\": \"x\"}, 5] | [1]",
            })
    void a_wrong_field_is_named(String body, String field, Clearover clearover) {
        JsonObject problem = ProblemDocument.of(clearover.as("admin").post(EXPLANATIONS, body), 400);

        assertThat(ProblemDocument.fieldsAtFault(problem)).containsExactly(field);
    }

    private static JsonObject explain(Clearover clearover, String step, String operation, String error) {
        String question = Json.createObjectBuilder()
                .add("step", step)
                .add("operation_type", operation)
                .add("error", error)
                .build()
                .toString();
        Api.Answer answer = clearover.as("admin").post(EXPLANATIONS, question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonArray array(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
            return reader.readArray();
        }
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
