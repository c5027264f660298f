package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No body takes more of the server than its limits, whoever sends it, and nobody takes it from the others. */
@WithClearover
class BodiesIT {

    private static final String PREFLIGHT = "POST /api/v1/failover/preflight HTTP/1.1";

    /** As many as one user may have under way. */
    private static final int MOST = 32;

    @Test
    void a_body_that_would_inflate_to_gigabytes_is_refused_and_the_server_goes_on(Clearover clearover) {
        byte[] bomb = gzipped("[" + "{},".repeat(13_000_000) + "{}]");
        assertThat(bomb.length).isLessThan(40_000);

        RawRequest.Answer answer = viewer(clearover)
                .with("Content-Type", "application/json")
                .with("Content-Encoding", "gzip")
                .body(bomb)
                .send();

        assertThat(answer.status()).isEqualTo(415);
        assertThat(Api.parse(answer.body()).getString("type")).isEqualTo("/problems/content-coding");
        assertThat(clearover.isReady()).isTrue();
        assertThat(clearover.installation().server().printed()).doesNotContain("OutOfMemoryError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "x-gzip", "br", "identity, gzip", "GZIP"})
    void a_coded_body_is_refused_however_it_is_coded(String coding, Clearover clearover) {
        RawRequest.Answer answer = viewer(clearover)
                .with("Content-Type", "application/json")
                .with("Content-Encoding", coding)
                .body(gzipped("{\"vm_name\": \"web01\"}"))
                .send();

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void a_body_of_very_many_values_is_refused_before_anything_is_made_of_it(Clearover clearover) {
        RawRequest.Answer answer =
                viewer(clearover).json("[" + "{},".repeat(80_000) + "{}]").send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(Api.parse(answer.body()).getString("detail")).contains("2,000 values");
    }

    @Test
    void a_body_that_is_announced_too_large_is_refused_with_what_to_do(Clearover clearover) {
        RawRequest.Answer answer = viewer(clearover).json("x".repeat(3_000_000)).send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(Api.parse(answer.body()).getString("type")).isEqualTo("/problems/too-large");
    }

    @Test
    void a_batch_may_be_larger_than_a_request_about_one_vm(Clearover clearover) {
        String batch = "[" + "{\"error\": \"%s\"},".formatted("x".repeat(1000)).repeat(400) + "{\"error\": \"x\"}]";

        assertThat(clearover.as("admin").post("/api/v1/explanations", batch).status())
                .isEqualTo(200);
        assertThat(clearover
                        .as("viewer")
                        .post("/api/v1/failover/preflight", batch)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void bodies_that_never_end_hold_up_their_sender_alone_and_are_given_up(Clearover clearover) throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                held.add(viewer(clearover)
                        .with("Content-Type", "application/json")
                        .with("Content-Length", "100")
                        .open());
            }
            Api.Answer others = clearover.as("operator").get("/api/v1/vm-contexts");
            RawRequest.Answer own = refusedAtLast(clearover);

            assertThat(others.status()).isEqualTo(200);
            assertThat(own.status()).isEqualTo(429);
            assertThat(own.header("Retry-After")).isEqualTo("1");
            assertThat(RawRequest.answer(held.get(0)).status()).isEqualTo(408);
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void the_largest_bodies_that_all_users_may_send_at_once_fit(Clearover clearover) throws Exception {
        String many = "1,".repeat(1_990);
        String body = "{\"vm_name\": \"web01\", \"custom_config\": [%s\"%s\"]}"
                .formatted(many, "x".repeat(256 * 1024 - many.length() - 60));
        ExecutorService senders = Executors.newFixedThreadPool(3 * MOST);
        try {
            List<Callable<Integer>> all = Stream.of("viewer", "operator", "admin")
                    .flatMap(user -> Collections.nCopies(MOST, user).stream())
                    .<Callable<Integer>>map(user -> () -> new RawRequest(clearover.url(), PREFLIGHT)
                            .as(user, user)
                            .json(body)
                            .send()
                            .status())
                    .toList();

            for (Future<Integer> status : senders.invokeAll(all)) {
                assertThat(status.get()).isIn(200, 400);
            }
            assertThat(clearover.isReady()).isTrue();
        } finally {
            senders.shutdownNow();
        }
    }

    /** The first that is refused: those that are held may not all have arrived yet. */
    private static RawRequest.Answer refusedAtLast(Clearover clearover) {
        for (int i = 0; i < 100; i++) {
            RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                    .as("viewer", "viewer")
                    .send();
            if (answer.status() != 200) {
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }

    private static RawRequest viewer(Clearover clearover) {
        return new RawRequest(clearover.url(), PREFLIGHT).as("viewer", "viewer");
    }

    private static byte[] gzipped(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
