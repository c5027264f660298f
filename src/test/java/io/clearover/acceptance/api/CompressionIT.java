package io.clearover.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.WithClearover;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is long is sent short to who can read it. */
@WithClearover
class CompressionIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/vm-contexts", "/api/v1/jobs", "/api/v1/explanations/catalogue", "/openapi?format=json"})
    void a_long_answer_is_compressed_if_the_client_accepts_that(String path, Clearover clearover)
            throws IOException, InterruptedException {
        String plain = clearover.as("viewer").get(path).text();

        HttpResponse<byte[]> answer = CLIENT.send(request(clearover, path), BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary").orElseThrow()).contains("Accept-Encoding");
        assertThat(answer.body().length).isLessThan(plain.length() / 2);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .hasSize(plain.length());
        }
    }

    @Test
    void who_does_not_accept_it_gets_it_plain(Clearover clearover) {
        Api.Answer answer = clearover.as("viewer").get("/api/v1/vm-contexts");

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void the_live_feed_is_never_compressed_so_that_no_event_waits(Clearover clearover)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> feed =
                CLIENT.send(request(clearover, "/api/v1/events"), BodyHandlers.ofInputStream());
        try (InputStream events = feed.body()) {
            assertThat(feed.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(events.read()).isPositive();
        }
    }

    private static HttpRequest request(Clearover clearover, String path) {
        return HttpRequest.newBuilder(URI.create(clearover.url() + path))
                .header("Accept-Encoding", "gzip")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("viewer:viewer".getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
