package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What /openapi says is so. */
@WithClearover
class DocumentationIT {

    private static final String WEB01 = "ctx-web01-20250901-090000";

    @Test
    void every_method_of_every_resource_is_described_and_nothing_else(Clearover clearover) {
        List<String> described = new ArrayList<>();
        document(clearover).getJsonObject("paths").forEach((path, methods) -> methods.asJsonObject()
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Endpoint.all().stream().map(Endpoint::toString).toList());
    }

    @Test
    void every_operation_has_a_summary_and_says_how_it_answers(Clearover clearover) {
        JsonObject document = document(clearover);

        for (Endpoint endpoint : Endpoint.all()) {
            JsonObject operation = operation(document, endpoint);
            assertThat(operation.getString("summary")).as(endpoint.toString()).isNotBlank();
            assertThat(operation.getJsonObject("responses"))
                    .as(endpoint.toString())
                    .containsKey(starts(endpoint) ? "202" : "200");
        }
    }

    @Test
    void every_parameter_says_what_its_values_are(Clearover clearover) {
        JsonObject document = document(clearover);

        for (Endpoint endpoint : Endpoint.all()) {
            operation(document, endpoint)
                    .getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY)
                    .asJsonArray()
                    .forEach(parameter -> assertThat(parameter.asJsonObject())
                            .as(endpoint.toString())
                            .containsKey("schema"));
        }
    }

    @Test
    void every_example_of_a_request_is_accepted(Clearover clearover) {
        JsonObject document = document(clearover);
        int sent = 0;

        for (Endpoint endpoint : Endpoint.all()) {
            for (JsonValue example : examples(operation(document, endpoint))) {
                clearover.reset();
                if (endpoint.path().endsWith("/rollback")) {
                    clearover.sql("UPDATE vm_replication_contexts SET current_status = 'failed_over_test'");
                }
                if (endpoint.path().contains("/cleanup/")) {
                    clearover.ended(clearover.startTestFailover("web01"));
                }
                String path = endpoint.path(WEB01, endpoint.isAboutAJob() ? completedTest(clearover) : "");
                Api.Answer answer = clearover
                        .as(endpoint.roles().get(0))
                        .send(
                                endpoint.httpMethod(),
                                path,
                                "application/json",
                                BodyPublishers.ofString(example.toString()));
                assertThat(answer.status())
                        .as("%s %s: %s", endpoint, example, answer.text())
                        .isEqualTo(starts(endpoint) ? 202 : 200);
                sent++;
            }
        }

        long posts = Endpoint.all().stream()
                .filter(endpoint -> endpoint.httpMethod().equals("POST")
                        && !endpoint.isAboutAJob()
                        && !endpoint.path().contains("{vm_name}"))
                .count();
        assertThat(sent).as("examples").isGreaterThanOrEqualTo((int) posts);
    }

    @Test
    void every_answer_has_the_fields_that_are_described(Clearover clearover) {
        JsonObject document = document(clearover);
        String job = clearover.text("SELECT id FROM job_tracking WHERE status = 'failed'");
        String tellsFacts = "errorcode 431: Unable to find network by id 0b61";
        clearover.sql(
                "UPDATE job_tracking SET error_message = '%s' WHERE id = '%s'".formatted(tellsFacts, job),
                "UPDATE job_steps SET error_message = '%s' WHERE job_id = '%s' AND status = 'failed'"
                        .formatted(tellsFacts, job));

        OddRows.replication(
                clearover, "running", "status = 'replicating', completed_at = NULL, updated_at = UTC_TIMESTAMP(3)");

        for (Endpoint endpoint : Endpoint.reads()) {
            JsonValue answered = clearover
                    .as("admin")
                    .get(endpoint.path(WEB01, job, clearover))
                    .value();
            JsonObject answer = answered instanceof JsonArray list ? list.getJsonObject(0) : answered.asJsonObject();
            assertThat(withoutUndescribed(answer.keySet()))
                    .as(endpoint.toString())
                    .isEqualTo(described(document, operation(document, endpoint)));
        }
    }

    /** Anybody can read the description, but only who has signed in which vCenter a VM is of. */
    private static Set<String> withoutUndescribed(Set<String> fields) {
        Set<String> described = new TreeSet<>(fields);
        described.remove("vcenter_host");
        return described;
    }

    @Test
    void the_answer_to_a_start_has_the_fields_that_are_described(Clearover clearover) {
        JsonObject document = document(clearover);
        JsonObject post = document.getJsonObject("paths")
                .getJsonObject("/api/v1/failover/test")
                .getJsonObject("post");

        JsonObject started = clearover
                .as("operator")
                .post("/api/v1/failover/test", "{\"vm_name\": \"app01\"}")
                .json();

        assertThat(started.keySet())
                .isEqualTo(schema(document, post, "202")
                        .getJsonObject("properties")
                        .keySet());
    }

    @Test
    void the_answer_to_a_preflight_has_the_fields_that_are_described(Clearover clearover) {
        JsonObject document = document(clearover);
        JsonObject post = document.getJsonObject("paths")
                .getJsonObject("/api/v1/failover/preflight")
                .getJsonObject("post");

        for (JsonValue example : examples(post)) {
            Api.Answer answer = clearover.as("viewer").post("/api/v1/failover/preflight", example.toString());

            assertThat(answer.json().keySet())
                    .isEqualTo(schema(document, post, "200")
                            .getJsonObject("properties")
                            .keySet());
        }
    }

    @Test
    void the_example_of_a_context_id_is_one_of_the_quick_starts_vms(Clearover clearover) {
        JsonObject parameter = operation(document(clearover), endpoint("/api/v1/vm-contexts/{context_id}"))
                .getJsonArray("parameters")
                .getJsonObject(0);

        String path = "/api/v1/vm-contexts/" + parameter.getString("example");
        assertThat(clearover.as("viewer").get(path).status()).isEqualTo(200);
    }

    @Test
    void the_description_can_be_browsed(Clearover clearover) {
        Api.Answer page = clearover.as(null).get("/openapi/ui/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
    }

    private static String completedTest(Clearover clearover) {
        String job = clearover.startTestFailover("web01");
        clearover.ended(job);
        return job;
    }

    /** Whether it starts an operation rather than answers at once. */
    private static boolean starts(Endpoint endpoint) {
        return endpoint.path().startsWith("/api/v1/failover/")
                && endpoint.httpMethod().equals("POST")
                && !endpoint.path().endsWith("/preflight")
                && !endpoint.path().endsWith("/check")
                && !endpoint.path().contains("{vm_name}");
    }

    private static JsonObject document(Clearover clearover) {
        return clearover.as(null).get("/openapi", "application/json").json();
    }

    private static Endpoint endpoint(String path) {
        return Endpoint.all().stream()
                .filter(endpoint -> endpoint.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject operation(JsonObject document, Endpoint endpoint) {
        JsonObject path = document.getJsonObject("paths").getJsonObject(endpoint.path());
        assertThat(path).as(endpoint.path()).isNotNull();
        return path.getJsonObject(endpoint.httpMethod().toLowerCase(Locale.ROOT));
    }

    private static List<JsonValue> examples(JsonObject operation) {
        return Optional.ofNullable(operation.getJsonObject("requestBody"))
                .map(body -> body.getJsonObject("content").getJsonObject("application/json"))
                .map(json -> json.getJsonObject("examples"))
                .map(examples -> examples.values().stream()
                        .map(example -> example.asJsonObject().get("value"))
                        .toList())
                .orElse(List.of());
    }

    /** The fields of an answer, be it described in one schema or in parts. */
    private static Set<String> described(JsonObject document, JsonObject operation) {
        JsonObject whole = schemaOf(operation, "200");
        JsonObject schema = whole.containsKey("items") ? whole.getJsonObject("items") : whole;
        List<JsonObject> parts = schema.containsKey("allOf")
                ? schema.getJsonArray("allOf").getValuesAs(JsonObject.class)
                : List.of(schema);
        Set<String> fields = new TreeSet<>();
        parts.forEach(part ->
                fields.addAll(schema(document, part).getJsonObject("properties").keySet()));
        return fields;
    }

    private static JsonObject schema(JsonObject document, JsonObject operation, String status) {
        return schema(document, schemaOf(operation, status));
    }

    private static JsonObject schemaOf(JsonObject operation, String status) {
        return operation
                .getJsonObject("responses")
                .getJsonObject(status)
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");
    }

    private static JsonObject schema(JsonObject document, JsonObject named) {
        String reference = named.getString("$ref");
        return document.getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
