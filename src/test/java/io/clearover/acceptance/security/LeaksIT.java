package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.LabKeys;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabDisk;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** After every failure that the lab knows: what the database holds in raw words, no answer to a non-admin repeats. */
@WithClearover
class LeaksIT {

    private static final List<String> FAILING = List.of("pgtest1", "db01", "app01", "legacy01", "far01");

    /** Fields that hold ids, times, names that people gave, or words of the API itself. */
    private static final Set<String> ALLOWED = Set.of(
            "job_id",
            "external_job_id",
            "gui_job_id",
            "internal_job_id",
            "context_id",
            "running_job_id",
            "vm_name",
            "vm_path",
            "vmware_vm_id",
            "current_job_id",
            "last_successful_job_id",
            "vcenter_host",
            "datacenter",
            "os_type",
            "data_source",
            "current_status",
            "severity",
            "started_at",
            "completed_at",
            "timestamp");

    private static final List<Pattern> FORBIDDEN = Stream.of(
                    "virt-v2v",
                    "virtio",
                    "libguestfs",
                    "cloudstack",
                    "ossea",
                    "vma",
                    "sna",
                    "oma",
                    "nbd",
                    "vddk",
                    "vmdk",
                    "/dev/",
                    "exception",
                    "exit code",
                    "exit status",
                    "http://",
                    "https://",
                    "localhost",
                    "connection refused",
                    "errorcode",
                    "stack trace")
            .map(word -> Pattern.compile("(?i)(?<![a-z])" + Pattern.quote(word) + "(?![a-z])"))
            .toList();

    /** Names of fields that the appliance's own GUI reads and sends, and the ids by which it names a VM of the source. */
    private static final Pattern OF_THE_APPLIANCE = Pattern.compile(
            "\"(?:vmware_vm_id|source_vm_id|vm_id)\":\"[^\"]*\"|\"source_vm\":\\{[^}]*}|\"(?:(?:ossea|vma|nbd)_[a-z_]+|vmdk_path|skip_virtio)\":");

    private static final int SHORTEST_TOKEN = 6;

    @Test
    void no_word_of_a_raw_error_reaches_a_non_admin(Clearover clearover) {
        failAll(clearover);

        Set<String> tokens = rawTokens(clearover);
        Map<String, String> answers = answersToNonAdmins(clearover);

        assertThat(tokens).as("raw words that are looked for").hasSizeGreaterThan(50);
        assertThat(answers).hasSizeGreaterThan(30);
        assertThat(shown(tokens, answers)).isEmpty();
    }

    @Test
    void no_internal_name_reaches_a_non_admin(Clearover clearover) {
        failAll(clearover);

        assertThat(answersToNonAdmins(clearover)).allSatisfy((request, answer) -> {
            String text = OF_THE_APPLIANCE.matcher(answer).replaceAll("");
            assertThat(FORBIDDEN).noneMatch(word -> word.matcher(text).find());
            assertThat(labIds()).noneMatch(text.toLowerCase(Locale.ROOT)::contains);
        });
    }

    @Test
    void what_is_looked_for_is_there_for_admins(Clearover clearover) {
        List<String> jobs = failAll(clearover);

        String all = String.join(
                " ",
                jobs.stream()
                        .map(job -> clearover.status(job, "admin").getString("technical_details"))
                        .toList());

        assertThat(FORBIDDEN.stream().filter(word -> word.matcher(all).find()).count())
                .as("forbidden words in %s", all)
                .isGreaterThan(4);
        assertThat(rawTokens(clearover)).anyMatch(all.toLowerCase(Locale.ROOT)::contains);
    }

    @Test
    void technical_details_hold_no_secrets(Clearover clearover) {
        List<String> jobs = new ArrayList<>(failAll(clearover));
        jobs.add(jobThatStoredSecrets(clearover));

        for (String job : jobs) {
            assertThat(clearover.status(job, "admin").getString("technical_details"))
                    .doesNotContain(LabKeys.API_KEY, LabKeys.SECRET_KEY, LabKeys.SOURCE_PASSWORD)
                    .doesNotContain("Lab-Vc%212025", "c2lnbmF0dXJl");
        }
    }

    private static List<String> failAll(Clearover clearover) {
        List<String> jobs = FAILING.stream().map(clearover::startTestFailover).toList();
        for (String job : jobs) {
            assertThat(clearover.ended(job).getString("status")).isEqualTo("failed");
        }
        return jobs;
    }

    /** A row as the appliance's engine writes them: the request's query and all. */
    private static String jobThatStoredSecrets(Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO job_tracking (id, job_type, operation, status, context_id, error_message) VALUES ('secrets',
                'failover', 'unified-live-failover', 'failed', 'ctx-web01-20250901-090000',
                'Get "http://localhost:9081/api/v1/vm/4205a841/power-state?password=%s&username=u&vcenter=v": timeout;
                GET http://cloud/client/api?command=listZones&apiKey=%s&signature=c2lnbmF0dXJl; secretkey: %s;
                {"password":"%s"}')"""
                        .formatted("Lab-Vc%212025", LabKeys.API_KEY, LabKeys.SECRET_KEY, LabKeys.SOURCE_PASSWORD));
        return "secrets";
    }

    /** Everything that a viewer and an operator can read, by request. */
    private static Map<String, String> answersToNonAdmins(Clearover clearover) {
        Map<String, String> answers = new TreeMap<>();
        List<String> jobs = clearover.texts("SELECT id FROM job_tracking");
        List<String> contexts = clearover.texts("SELECT context_id FROM vm_replication_contexts");
        for (String user : List.of("viewer", "operator")) {
            for (Endpoint endpoint : Endpoint.readsOf(user)) {
                for (String path : paths(endpoint, contexts, jobs, clearover)) {
                    Api.Answer answer = clearover.as(user).get(path);
                    assertThat(answer.status()).as(path).isEqualTo(200);
                    answers.put(user + " " + path, answer.text());
                }
            }
        }
        contexts.forEach(context -> List.of("test", "live").forEach(type -> {
            for (String user : List.of("viewer", "operator")) {
                String body = "{\"context_id\": \"%s\", \"failover_type\": \"%s\"}".formatted(context, type);
                Api.Answer answer = clearover.as(user).post("/api/v1/failover/preflight", body);
                assertThat(answer.status()).as(body).isEqualTo(200);
                answers.put(user + " preflight " + body, answer.text());
            }
        }));
        return answers;
    }

    private static Set<String> paths(Endpoint endpoint, List<String> contexts, List<String> jobs, Clearover clearover) {
        Set<String> paths = new TreeSet<>();
        contexts.forEach(context -> jobs.forEach(job -> paths.add(endpoint.path(context, job, clearover))));
        return paths;
    }

    /** The words of the raw errors, without those that the catalogue's texts have too. */
    private static Set<String> rawTokens(Clearover clearover) {
        Set<String> plain = catalogueWords();
        Set<String> tokens = new TreeSet<>();
        Stream.of(
                        "SELECT error_message FROM job_tracking",
                        "SELECT error_message FROM job_steps",
                        "SELECT error_message FROM replication_jobs",
                        "SELECT vma_error_details FROM replication_jobs")
                .flatMap(query -> clearover.texts(query).stream())
                .flatMap(raw -> Stream.concat(
                        Arrays.stream(raw.split("[\\s\"'\\[\\](){},;=&?]+")),
                        Arrays.stream(raw.split("[^A-Za-z0-9]+"))))
                .map(token -> token.toLowerCase(Locale.ROOT).replaceAll("^[^a-z0-9/]+|[^a-z0-9]+$", ""))
                .filter(token -> token.length() >= SHORTEST_TOKEN && !plain.contains(token))
                .forEach(tokens::add);
        tokens.removeAll(FAILING);
        return tokens;
    }

    private static Set<String> catalogueWords() {
        Properties texts = new Properties();
        try (InputStream in =
                LeaksIT.class.getResourceAsStream("/io/clearover/explain/catalogue/messages.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Set<String> words = new TreeSet<>();
        texts.values()
                .forEach(text -> words.addAll(
                        Arrays.asList(text.toString().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))));
        return words;
    }

    private static List<String> shown(Set<String> tokens, Map<String, String> answers) {
        List<String> shown = new ArrayList<>();
        answers.forEach((request, text) -> {
            String values = String.join("\n", values(Api.parseAny(text), "")).toLowerCase(Locale.ROOT);
            tokens.stream()
                    .filter(token -> Pattern.compile("(?<![a-z0-9])" + Pattern.quote(token) + "(?![a-z0-9])")
                            .matcher(values)
                            .find())
                    .forEach(token -> shown.add(request + ": " + token));
        });
        return shown;
    }

    /** All texts of a document that aren't in a field of their own kind. */
    private static List<String> values(JsonValue value, String field) {
        if (ALLOWED.contains(field)) {
            return List.of();
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .flatMap(entry -> values(entry.getValue(), entry.getKey()).stream())
                    .toList();
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(item -> values(item, field).stream()).toList();
        }
        return value instanceof JsonString text ? List.of(text.getString()) : List.of();
    }

    private static List<String> labIds() {
        return Stream.concat(
                        Stream.of(Destination.APPLIANCE_VM_ID, Destination.ZONE_ID, Destination.TEMPLATE_ID),
                        Fleet.VMS.stream()
                                .flatMap(vm -> Stream.concat(
                                        Stream.of(vm.vmwareId()),
                                        vm.disks().stream().map(LabDisk::volumeId))))
                .toList();
    }
}
