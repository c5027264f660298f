package io.clearover.acceptance.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One method of one resource of the application, found in its classes: what isn't thought of here is tested too.
 *
 * @param httpMethod such as GET
 * @param path from the server's root, with parameters in braces
 * @param code the method that answers
 */
public record Endpoint(String httpMethod, String path, Method code) {

    private static final String REPLICATION = "{replication_id}";

    private static final List<Endpoint> ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.clearover").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .map(JavaClass::reflect)
                    .flatMap(Endpoint::of)
                    .toList();

    /** All of the application. */
    public static List<Endpoint> all() {
        return ALL;
    }

    /** All that only read, and answer with a document. */
    public static List<Endpoint> reads() {
        return all().stream()
                .filter(endpoint -> endpoint.httpMethod().equals("GET") && !endpoint.isStream() && !endpoint.isExport())
                .toList();
    }

    /** Whether it answers with a stream of events. */
    public boolean isStream() {
        Produces produces = code.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
    }

    /** Whether it answers with lines, as many as there are. */
    public boolean isExport() {
        Produces produces = code.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains("application/x-ndjson");
    }

    /** All that only read, and that this role may call. */
    public static List<Endpoint> readsOf(String role) {
        return reads().stream().filter(endpoint -> endpoint.isFor(role)).toList();
    }

    private static Stream<Endpoint> of(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method ->
                        httpMethod(method).map(verb -> new Endpoint(verb, path(resource, method), method)).stream());
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return "/api/v1" + resource.getAnnotation(Path.class).value() + (below == null ? "" : below.value());
    }

    /** Who may call it; empty if that isn't said. */
    public List<String> roles() {
        RolesAllowed allowed = code.getAnnotation(RolesAllowed.class);
        return allowed == null ? List.of() : List.of(allowed.value());
    }

    /** Whether the role is enough to call it; who has a role has the lower ones too. */
    public boolean isFor(String role) {
        List<String> ranks = List.of("viewer", "operator", "admin");
        return roles().stream().anyMatch(needed -> ranks.indexOf(role) >= ranks.indexOf(needed));
    }

    /** Whether its path names a job. */
    public boolean isAboutAJob() {
        return path.contains("{job_id}");
    }

    /** The path to call; where it names a VM, it is that of the quick start that works. */
    public String path(String contextId, String jobId) {
        return path.replace("{context_id}", contextId)
                .replace("{job_id}", jobId)
                .replace("{vm_name}", "web01")
                .replace("{failover_type}", "test");
    }

    /** The path to call, which may be about a replication, too: one of the VM, or else any. */
    public String path(String contextId, String jobId, Clearover clearover) {
        String filled = path(contextId, jobId);
        return filled.contains(REPLICATION) ? filled.replace(REPLICATION, replicationOf(contextId, clearover)) : filled;
    }

    private static String replicationOf(String contextId, Clearover clearover) {
        return clearover.text(
                "SELECT id FROM replication_jobs ORDER BY vm_context_id = '%s' DESC, id LIMIT 1".formatted(contextId));
    }

    @Override
    public String toString() {
        return httpMethod + " " + path;
    }
}
