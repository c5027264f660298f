package io.clearover.acceptance.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** What the server answers beside the API: the page, its health, its description, and where the container listens itself. */
final class Addresses {

    private static final List<String> PAGE = List.of(
            "/",
            "/index.html",
            "/app/main.js",
            "/styles/base.css",
            "/favicon.svg",
            "/docs/troubleshooting.html",
            "/webjars/lit-html/3.3.1/lit-html.js",
            "/webjars/",
            "/schemas/catalogue.schema.json",
            "/nothing/here",
            "/container-problem");

    private static final List<String> OPERATION = List.of(
            "/health",
            "/health/ready",
            "/health/live",
            "/health/started",
            "/health/",
            "/health/x",
            "/health/ready/x",
            "/openapi",
            "/openapi?format=json",
            "/openapi/",
            "/openapi/x",
            "/openapi/ui",
            "/openapi/ui/",
            "/openapi/ui/x");

    private static final List<String> CONTAINER = List.of(
            "/ibm_security_logout",
            "/ibm_security_logout?logoutExitPage=//evil.example",
            "/j_security_check",
            "/j_security_check?j_username=a&j_password=b",
            "/IBMMgmt",
            "/IBMJMXConnectorREST",
            "/ibm/api/",
            "/metrics",
            "/metrics/base",
            "/adminCenter",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/WEB-INF/classes/io/clearover/web/Problem.class");

    private static final List<String> ODD = List.of(
            "//",
            "/%00",
            "/%",
            "/%zz",
            "/%2e%2e/",
            "/..",
            "/../../../../etc/passwd",
            "/;",
            "/;jsessionid=x",
            "/{x}",
            "/?{x}=|",
            "/api",
            "/api/",
            "/api/v1",
            "/api/v1/",
            "/api/v1/application.wadl",
            "/api/v1/{x}",
            "/api/v1/%2e%2e/me",
            "/api/v1/%2e%2e/%2e%2e/health",
            "/api/v1/..;/me",
            "/api/v1/me;x=y",
            "/api/v1/m%65",
            "/api/v2/me",
            "/API/V1/ME",
            "/*",
            "*");

    private Addresses() {}

    static List<Target> all() {
        return Stream.of(PAGE, OPERATION, CONTAINER, ODD)
                .flatMap(List::stream)
                .map(Target::address)
                .toList();
    }
}
