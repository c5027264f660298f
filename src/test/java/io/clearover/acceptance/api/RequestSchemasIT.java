package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bodies of requests are what the schemas in /openapi say. */
@WithClearover
class RequestSchemasIT {

    /** A body that an operation takes, and one of the objects that it can be. */
    private record Body(String method, String path, JsonObject schema) {

        List<Entry<String, JsonValue>> properties() {
            return List.copyOf(schema.getJsonObject("properties").entrySet());
        }

        /** The fields at fault in the answer to an object with these fields. */
        List<String> refusedFields(Clearover clearover, JsonObject fields) {
            Api.Answer answer = send(clearover, fields);
            return answer.status() == 400 ? ProblemDocument.fieldsAtFault(answer.json()) : List.of();
        }

        Api.Answer send(Clearover clearover, JsonValue value) {
            return clearover
                    .as("admin")
                    .send(
                            method,
                            path.replaceAll("\\{(?:job_id|vm_name)}", "nobody"),
                            "application/json",
                            BodyPublishers.ofString(value.toString()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void no_body_is_opaque(Clearover clearover) {
        List<Body> bodies = bodies(clearover);

        assertThat(bodies).extracting(Body::toString).hasSizeGreaterThanOrEqualTo(6);
        for (Body body : bodies) {
            assertThat(body.schema()).as("%s: its fields", body).containsKey("properties");
            for (Entry<String, JsonValue> property : body.properties()) {
                JsonObject field = property.getValue().asJsonObject();
                assertThat(field.getString("description", ""))
                        .as("%s: what %s is", body, property.getKey())
                        .isNotBlank();
                assertThat(field)
                        .as("%s: the type of %s", body, property.getKey())
                        .containsKey("type");
            }
        }
    }

    @Test
    void a_value_that_a_schema_excludes_is_refused_and_named(Clearover clearover) {
        int tried = 0;
        for (Body body : bodies(clearover)) {
            for (Entry<String, JsonValue> property : body.properties()) {
                for (JsonValue value : excluded(property.getValue().asJsonObject())) {
                    JsonObject fields = Json.createObjectBuilder()
                            .add(property.getKey(), value)
                            .build();
                    assertThat(body.refusedFields(clearover, fields))
                            .as("%s with %s of %s", body, property.getKey(), shortened(value))
                            .contains(property.getKey());
                    tried++;
                }
            }
        }

        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void a_value_that_a_schema_allows_is_not_what_is_refused(Clearover clearover) {
        for (Body body : bodies(clearover)) {
            for (Entry<String, JsonValue> property : body.properties()) {
                for (JsonValue value : allowed(body, property)) {
                    JsonObject fields = Json.createObjectBuilder()
                            .add(property.getKey(), value)
                            .build();
                    assertThat(body.refusedFields(clearover, fields))
                            .as("%s with %s of %s", body, property.getKey(), shortened(value))
                            .doesNotContain(property.getKey());
                }
            }
        }
    }

    @Test
    void a_required_field_is_missed_and_a_field_of_no_schema_refused(Clearover clearover) {
        for (Body body : bodies(clearover)) {
            List<String> refused = body.refusedFields(
                    clearover, Json.createObjectBuilder().add("color", "red").build());

            assertThat(refused).as(body.toString()).contains("color");
            assertThat(refused)
                    .as(body.toString())
                    .containsAll(
                            body.schema().getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                                    .map(name -> ((JsonString) name).getString())
                                    .toList());
        }
    }

    @Test
    void who_sends_no_object_is_told_a_field_of_it(Clearover clearover) {
        for (Body body : bodies(clearover)) {
            JsonObject problem = ProblemDocument.of(body.send(clearover, JsonValue.TRUE), 400);

            assertThat(body.properties().stream().map(Entry::getKey))
                    .as(body.toString())
                    .anyMatch(problem.getString("detail")::contains);
        }
    }

    /** Nothing of what is deprecated, which has no effect whatever it is. */
    private static List<JsonValue> excluded(JsonObject schema) {
        List<JsonValue> values = new ArrayList<>();
        if (schema.getBoolean("deprecated", false)) {
            return values;
        }
        switch (schema.getString("type", "")) {
            case "string" -> values.addAll(List.of(Json.createValue(5), JsonValue.TRUE));
            case "boolean" -> values.addAll(List.of(Json.createValue("yes"), Json.createValue(1)));
            default -> {}
        }
        if (schema.containsKey("enum")) {
            values.add(Json.createValue("teleport"));
        }
        if (schema.containsKey("maxLength")) {
            values.add(Json.createValue("x".repeat(schema.getInt("maxLength") + 1)));
        }
        if (schema.getInt("minLength", 0) > 0) {
            values.add(Json.createValue(""));
        }
        if (schema.getInt("maxProperties", 1) == 0) {
            values.add(Json.createObjectBuilder().add("a", 1).build());
        }
        return values;
    }

    private static List<JsonValue> allowed(Body body, Entry<String, JsonValue> property) {
        JsonObject schema = property.getValue().asJsonObject();
        List<JsonValue> values = new ArrayList<>();
        if (schema.containsKey("enum") && !dependsOnAnotherField(body, property.getKey())) {
            values.addAll(schema.getJsonArray("enum"));
        }
        if (schema.getInt("minLength", 0) > 0) {
            values.add(Json.createValue("x".repeat(schema.getInt("minLength"))));
            values.add(Json.createValue("x".repeat(schema.getInt("maxLength"))));
        }
        if (schema.containsKey("default")) {
            values.add(schema.get("default"));
        }
        return values;
    }

    /** How a new VM may be named depends on the type of failover, which a preflight can name, too. */
    private static boolean dependsOnAnotherField(Body body, String property) {
        return body.path().endsWith("/preflight") && property.equals("vm_naming");
    }

    private static List<Body> bodies(Clearover clearover) {
        JsonObject document =
                clearover.as(null).get("/openapi", "application/json").json();
        return document.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().entrySet().stream()
                        .filter(operation -> operation.getValue().asJsonObject().containsKey("requestBody"))
                        .flatMap(operation -> objects(
                                        document, schema(operation.getValue().asJsonObject()))
                                .map(schema ->
                                        new Body(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), schema))))
                .toList();
    }

    private static JsonObject schema(JsonObject operation) {
        return operation
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");
    }

    /** What a schema refers to, in the end: the objects that a body can be, and those in the arrays that it can be. */
    private static Stream<JsonObject> objects(JsonObject document, JsonObject schema) {
        if (schema.containsKey("$ref")) {
            String name = schema.getString("$ref").replace("#/components/schemas/", "");
            return objects(
                    document,
                    document.getJsonObject("components")
                            .getJsonObject("schemas")
                            .getJsonObject(name));
        }
        if (schema.containsKey("oneOf")) {
            return parts(schema, "oneOf").flatMap(one -> objects(document, one));
        }
        if (schema.containsKey("allOf")) {
            return parts(schema, "allOf").flatMap(one -> objects(document, one)).map(one -> narrowed(one, schema));
        }
        return schema.containsKey("items") ? objects(document, schema.getJsonObject("items")) : Stream.of(schema);
    }

    private static Stream<JsonObject> parts(JsonObject schema, String name) {
        return schema.getJsonArray(name).getValuesAs(JsonObject.class).stream();
    }

    /** The schema with what another one says of some of its properties. */
    private static JsonObject narrowed(JsonObject schema, JsonObject by) {
        JsonObjectBuilder properties = Json.createObjectBuilder(schema.getJsonObject("properties"));
        by.getJsonObject("properties").forEach((name, narrower) -> {
            JsonObject before = schema.getJsonObject("properties").getJsonObject(name);
            properties.add(
                    name, Json.createObjectBuilder(before).addAll(Json.createObjectBuilder(narrower.asJsonObject())));
        });
        return Json.createObjectBuilder(schema).add("properties", properties).build();
    }

    private static String shortened(JsonValue value) {
        String text = value.toString();
        return text.substring(0, Math.min(text.length(), 20));
    }
}
