package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.FieldErrors;
import io.clearover.acceptance.support.Listening;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole corpus of field errors as stored errors: no fragment of it reaches a non-admin, wherever it is read. */
@WithClearover
class FieldErrorsIT {

    /** Names and ids of this test. */
    private static final Set<String> OWN = Set.of(
            "job_id",
            "gui_job_id",
            "internal_job_id",
            "external_job_id",
            "context_id",
            "running_job_id",
            "vm_name",
            "vmware_vm_id",
            "vm_id",
            "vcenter_host",
            "datacenter");

    @Test
    void no_answer_to_a_non_admin_holds_a_fragment(Clearover clearover) {
        Instant start = Instant.now();
        FieldErrors.store(clearover.installation().dataSource());
        long fired = fired(clearover);

        Map<String, Set<String>> texts = textsOfAllAnswers(clearover, "viewer");
        textsOfAllAnswers(clearover, "operator")
                .forEach((path, more) -> texts.get(path).addAll(more));

        assertThat(texts).hasSizeGreaterThan(FieldErrors.all().size());
        assertThat(leaks(texts)).isEmpty();
        assertThat(fired(clearover)).as("how often the guard had to help").isEqualTo(fired);
        System.out.printf(
                "field errors: %d fragments looked for at %d addresses by two users in %d ms%n",
                FieldErrors.fragments().size(),
                texts.size(),
                Duration.between(start, Instant.now()).toMillis());
    }

    /** An id of ten minutes ago makes the feed tell all that has happened since. */
    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void no_event_for_a_non_admin_holds_a_fragment(String user, Clearover clearover) {
        FieldErrors.store(clearover.installation().dataSource());
        String since = Instant.now().minus(Duration.ofMinutes(10)).toEpochMilli() + "-1-00000000";

        try (Listening feed = clearover.as(user).listen("/api/v1/events", since).ready()) {
            Set<String> texts = new LinkedHashSet<>();
            feed.events().forEach(event -> texts.addAll(texts(event.data(), "")));

            assertThat(feed.events()).hasSizeGreaterThan(3 * FieldErrors.all().size());
            assertThat(leaks(Map.of("the live feed", texts))).isEmpty();
        }
    }

    @Test
    void every_failure_is_explained_in_every_place(Clearover clearover) {
        FieldErrors.store(clearover.installation().dataSource());

        for (int i = 0; i < FieldErrors.all().size(); i += FieldErrors.ERRORS_OF_A_VM) {
            List<JsonObject> jobs = clearover
                    .recentJobs(FieldErrors.vmName(i))
                    .getJsonArray("jobs")
                    .getValuesAs(JsonObject.class);
            assertThat(jobs)
                    .filteredOn(job -> job.getString("status").equals("failed"))
                    .hasSize(jobs.size() / 4 * 3)
                    .allSatisfy(job -> {
                        assertThat(job.getString("error_message")).isNotBlank();
                        assertThat(job.getJsonArray("actionable_steps")).isNotEmpty();
                    });
            assertThat(jobs)
                    .filteredOn(job -> job.getString("status").equals("running"))
                    .isNotEmpty()
                    .allSatisfy(job -> assertThat(job.get("current_step")).isEqualTo(JsonValue.NULL));
        }
    }

    @Test
    void what_is_looked_for_is_there_for_admins(Clearover clearover) {
        FieldErrors.store(clearover.installation().dataSource());

        Set<String> details = new LinkedHashSet<>();
        for (int i = 0; i < FieldErrors.all().size(); i++) {
            details.add(clearover.status(FieldErrors.jobId(i), "admin").getString("technical_details"));
        }

        assertThat(leaks(Map.of("technical details", details)))
                .hasSizeGreaterThan(FieldErrors.fragments().size() / 2);
    }

    private static Map<String, Set<String>> textsOfAllAnswers(Clearover clearover, String user) {
        Map<String, Set<String>> texts = new TreeMap<>();
        Api api = clearover.as(user);
        int errors = FieldErrors.all().size();
        for (Endpoint endpoint : Endpoint.readsOf(user)) {
            for (int i = 0; i < errors; i++) {
                String path = endpoint.path(
                        FieldErrors.contextId(FieldErrors.vmWithHistory(i)), FieldErrors.jobId(i), clearover);
                texts.computeIfAbsent(path, asked -> {
                    Api.Answer answer = api.get(asked);
                    assertThat(answer.status()).as(asked).isEqualTo(200);
                    return texts(answer.value(), "");
                });
            }
        }
        return texts;
    }

    private static Set<String> texts(JsonValue value, String field) {
        Set<String> texts = new LinkedHashSet<>();
        if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> texts.addAll(texts(inner, name)));
        } else if (value instanceof JsonArray array) {
            array.forEach(inner -> texts.addAll(texts(inner, field)));
        } else if (value instanceof JsonString text && !OWN.contains(field)) {
            texts.add(text.getString());
        }
        return texts;
    }

    private static List<String> leaks(Map<String, Set<String>> texts) {
        Map<String, Pattern> fragments = FieldErrors.fragments();
        Map<String, List<String>> seen = new TreeMap<>();
        texts.forEach((place, said) -> said.forEach(
                text -> seen.computeIfAbsent(text, key -> new ArrayList<>()).add(place)));
        List<String> leaks = new ArrayList<>();
        seen.forEach((text, places) -> fragments.forEach((fragment, pattern) -> {
            if (pattern.matcher(text).find()) {
                leaks.add("%s: %s in \"%s\"".formatted(places.get(0), fragment, text));
            }
        }));
        return leaks;
    }

    private static long fired(Clearover clearover) {
        return clearover
                .installation()
                .server()
                .printed()
                .lines()
                .filter(line -> line.contains("leak guard: path="))
                .count();
    }
}
