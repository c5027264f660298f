package io.clearover.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The groups of the server's own user registry are the roles of the API, without any binding. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RegistryRolesIT {

    @ArquillianResource
    private URI application;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/clearover.war"));
    }

    @Test
    void nobody_reads_without_signing_in() throws Exception {
        assertEquals(401, status(HttpRequest.newBuilder(at("api/v1/vm-contexts"))));
    }

    @Test
    void a_viewer_reads() throws Exception {
        assertEquals(200, status(as("viewer", "api/v1/vm-contexts")));
    }

    @Test
    void a_viewer_starts_nothing() throws Exception {
        assertEquals(403, status(start("viewer")));
    }

    @Test
    void an_operator_may_start() throws Exception {
        assertEquals(404, status(start("operator")));
    }

    private HttpRequest.Builder start(String user) {
        return as(user, "api/v1/failover/test")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"vm_name\": \"of nobody\"}"));
    }

    private HttpRequest.Builder as(String user, String path) {
        byte[] credentials = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(at(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private URI at(String path) {
        return application.resolve(path);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
