package io.clearover.acceptance.fuzz;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The description of the API that a running server serves (OpenAPI 3), as far as requests are made from it. */
final class ServedDescription {

    /** Where it is. */
    static final String PATH = "/openapi?format=json";

    private final JsonObject document;

    ServedDescription(JsonObject document) {
        this.document = document;
    }

    /** All operations, in the order of the document. */
    List<Target> operations() {
        List<Target> operations = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject().forEach((method, operation) -> {
                    if (operation instanceof JsonObject described && described.containsKey("responses")) {
                        operations.add(operation(method, path, described));
                    }
                }));
        return operations;
    }

    private static Target operation(String method, String path, JsonObject described) {
        Optional<Map.Entry<String, JsonValue>> body = body(described);
        return new Target(
                method.toUpperCase(),
                path,
                parameters(described),
                body.map(content -> examples(content.getValue().asJsonObject())).orElse(List.of()),
                body.map(Map.Entry::getKey).orElse(null),
                accepts(described),
                true);
    }

    private static List<Target.Parameter> parameters(JsonObject described) {
        return described.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(ServedDescription::parameter)
                .toList();
    }

    private static Target.Parameter parameter(JsonObject described) {
        String name = described.getString("name");
        return new Target.Parameter(described.getString("in"), name, described.getString("example", name));
    }

    private static Optional<Map.Entry<String, JsonValue>> body(JsonObject described) {
        return content(described.getOrDefault("requestBody", JsonValue.EMPTY_JSON_OBJECT))
                .findFirst();
    }

    private static Stream<Map.Entry<String, JsonValue>> content(JsonValue part) {
        return part
                .asJsonObject()
                .getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .entrySet()
                .stream();
    }

    /** An example may be written as a value or as the text of one. */
    private static List<JsonValue> examples(JsonObject content) {
        return content.getOrDefault("examples", JsonValue.EMPTY_JSON_OBJECT).asJsonObject().values().stream()
                .map(example -> example.asJsonObject().get("value"))
                .map(value -> value instanceof JsonString text ? JsonTexts.parse(text.getString()) : value)
                .filter(value -> value instanceof JsonObject || value instanceof JsonArray)
                .toList();
    }

    private static String accepts(JsonObject described) {
        return described.getJsonObject("responses").values().stream()
                .flatMap(ServedDescription::content)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("*/*");
    }
}
