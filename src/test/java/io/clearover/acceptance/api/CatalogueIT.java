package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about failures and steps, for everybody. */
@WithClearover
class CatalogueIT {

    private static final String CATALOGUE = "/api/v1/explanations/catalogue";
    private static final String OWN = "tape-robot-busy";

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void everybody_can_read_why_operations_fail_and_what_to_do(String user, Clearover clearover) {
        JsonObject catalogue = clearover.as(user).get(CATALOGUE).json();

        assertThat(entries(catalogue, "causes")).hasSizeGreaterThanOrEqualTo(80).allSatisfy(cause -> {
            for (String field : List.of("cause", "category", "severity", "user_message", "reason")) {
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
            if (!step.getString("slug").equals("additional-step")) {
                JsonObject typical = step.getJsonObject("typical_seconds");
                assertThat(typical.getInt("from")).isBetween(1, typical.getInt("to"));
            }
        });
    }

    @Test
    void every_cause_of_the_catalogue_and_of_the_operators_file_is_there_once(Clearover clearover) {
        Set<String> known = new TreeSet<>(causes());
        known.add(OWN);

        assertThat(entries(clearover.as("viewer").get(CATALOGUE).json(), "causes"))
                .extracting(cause -> cause.getString("cause"))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void a_cause_of_the_operators_file_is_told_in_its_words_and_links_nowhere(Clearover clearover) {
        JsonObject own = cause(clearover.as("viewer").get(CATALOGUE).json(), OWN);

        assertThat(own.getString("user_message")).isEqualTo("Operation failed - the tape library is busy");
        assertThat(own.getString("reason")).isEqualTo("The tape library is working for somebody else.");
        assertThat(own.get("documentation")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void no_link_to_the_documentation_is_dead(Clearover clearover) {
        String guide = clearover.as(null).get("/docs/troubleshooting.html").text();

        assertThat(entries(clearover.as("viewer").get(CATALOGUE).json(), "causes"))
                .filteredOn(cause -> !cause.isNull("documentation"))
                .hasSizeGreaterThanOrEqualTo(80)
                .allSatisfy(cause -> assertThat(guide)
                        .contains("id=\"%s\""
                                .formatted(
                                        cause.getString("documentation").replace("/docs/troubleshooting.html#", ""))));
    }

    @Test
    void a_german_reader_gets_german(Clearover clearover) {
        Api.Answer answer = clearover.as("viewer").getIn(CATALOGUE, "de-AT, en;q=0.5");

        assertThat(answer.headers().firstValue("Content-Language")).contains("de");
        assertThat(answer.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        assertThat(cause(answer.json(), OWN).getString("user_message"))
                .isEqualTo("Vorgang fehlgeschlagen - die Bandbibliothek ist belegt");
        assertThat(entries(answer.json(), "steps"))
                .filteredOn(step -> step.getString("slug").equals("creating-destination-vm"))
                .singleElement()
                .satisfies(step -> assertThat(step.getString("display_name")).isEqualTo("Ziel-VM erstellen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr, en;q=0.8, de;q=0.5", "fr", "*", "de;q=0"})
    void other_readers_get_english(String accepted, Clearover clearover) {
        Api.Answer answer = clearover.as("viewer").getIn(CATALOGUE, accepted);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        assertThat(cause(answer.json(), OWN).getString("reason"))
                .isEqualTo("The tape library is working for somebody else.");
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
        try (JsonReader reader = Json.createReader(
                CatalogueIT.class.getResourceAsStream("/io/clearover/explain/catalogue/causes.json"))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(cause -> cause.getString("id"))
                    .collect(Collectors.toSet());
        }
    }

    private static JsonObject cause(JsonObject catalogue, String slug) {
        return entries(catalogue, "causes").stream()
                .filter(cause -> cause.getString("cause").equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> entries(JsonObject catalogue, String field) {
        JsonArray entries = catalogue.getJsonArray(field);
        assertThat(entries).isNotEmpty();
        return entries.getValuesAs(JsonObject.class);
    }
}
