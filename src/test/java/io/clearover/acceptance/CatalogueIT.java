package io.clearover.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about failures and steps, for everybody. */
@WithClearover
class CatalogueIT {

    private static final String CATALOGUE = "/api/v1/explanations/catalogue";

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void everybody_can_read_why_operations_fail_and_what_to_do(String user, Clearover clearover) {
        JsonObject catalogue = clearover.as(user).get(CATALOGUE).json();

        assertThat(entries(catalogue, "causes")).hasSizeGreaterThanOrEqualTo(80).allSatisfy(cause -> {
            for (String field : List.of("cause", "category", "severity", "user_message", "reason", "documentation")) {
                assertThat(cause.getString(field)).as(cause.toString()).isNotBlank();
            }
            assertThat(cause.getJsonArray("actionable_steps")).isNotEmpty();
            assertThat(cause).containsKey("retryable").doesNotContainKey("patterns");
        });
        assertThat(entries(catalogue, "steps")).allSatisfy(step -> {
            for (String field : List.of("slug", "display_name", "category", "description")) {
                assertThat(step.getString(field)).as(step.toString()).isNotBlank();
            }
            assertThat(step).doesNotContainKey("names");
        });
    }

    @Test
    void every_cause_of_the_catalogue_is_there_once(Clearover clearover) {
        Set<String> known = causes();

        assertThat(entries(clearover.as("viewer").get(CATALOGUE).json(), "causes"))
                .extracting(cause -> cause.getString("cause"))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void admins_also_get_the_technical_names_of_steps(Clearover clearover) {
        List<JsonObject> steps = entries(clearover.as("admin").get(CATALOGUE).json(), "steps");

        assertThat(steps)
                .filteredOn(step -> step.getString("slug").equals("preparing-drivers-for-kvm"))
                .singleElement()
                .satisfies(step -> assertThat(step.getJsonArray("names").toString())
                        .contains("virtio-driver-injection", "virtio-injection"));
    }

    private static Set<String> causes() {
        try (JsonReader reader =
                Json.createReader(CatalogueIT.class.getResourceAsStream("/io/clearover/explain/causes.json"))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(cause -> cause.getString("id"))
                    .collect(Collectors.toSet());
        }
    }

    private static List<JsonObject> entries(JsonObject catalogue, String field) {
        JsonArray entries = catalogue.getJsonArray(field);
        assertThat(entries).isNotEmpty();
        return entries.getValuesAs(JsonObject.class);
    }
}
