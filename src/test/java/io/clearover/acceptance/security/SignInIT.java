package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who guesses passwords gets slow, and keeps nobody else out. Each test comes from addresses of its own. */
@WithClearover
class SignInIT {

    private static final int TRIES = 10;

    @Test
    void one_address_has_ten_tries_for_an_account_and_is_then_told_when_to_come_again(Clearover clearover) {
        for (int i = 0; i < TRIES; i++) {
            assertThat(tried(clearover, "127.0.2.1", "viewer", "wrong-" + i).status())
                    .isEqualTo(401);
        }

        RawRequest.Answer answer = tried(clearover, "127.0.2.1", "viewer", "wrong");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 11);
        assertThat(Api.parse(answer.body()).getString("type")).isEqualTo("/problems/too-many-tries");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void who_must_wait_does_not_learn_whether_a_password_was_right(Clearover clearover) {
        exhaust(clearover, "127.0.2.2", "viewer");

        assertThat(tried(clearover, "127.0.2.2", "viewer", "viewer").status()).isEqualTo(429);
    }

    @Test
    void who_guesses_where_somebody_is_signed_in_does_not_learn_that_either(Clearover clearover) {
        assertThat(tried(clearover, "127.0.2.11", "viewer", "viewer").status()).isEqualTo(200);
        exhaust(clearover, "127.0.2.11", "viewer");

        assertThat(tried(clearover, "127.0.2.11", "viewer", "viewer").status()).isEqualTo(429);
    }

    @Test
    void who_has_waited_may_try_again(Clearover clearover) {
        exhaust(clearover, "127.0.2.3", "viewer");

        await("the pause is over")
                .atMost(Duration.ofSeconds(30))
                .until(() -> tried(clearover, "127.0.2.3", "viewer", "viewer").status() == 200);
    }

    @Test
    void nobody_is_locked_out_from_elsewhere_however_many_addresses_guess(Clearover clearover) {
        for (int address = 10; address < 17; address++) {
            exhaust(clearover, "127.0.3." + address, "admin");
        }

        assertThat(tried(clearover, "127.0.3.1", "admin", "admin").status()).isEqualTo(200);
    }

    @Test
    void an_account_that_many_addresses_guess_has_a_single_try_at_a_time_from_each(Clearover clearover) {
        for (int address = 10; address < 17; address++) {
            exhaust(clearover, "127.0.4." + address, "operator");
        }
        assertThat(tried(clearover, "127.0.4.1", "operator", "wrong").status()).isEqualTo(401);

        assertThat(tried(clearover, "127.0.4.1", "operator", "wrong").status()).isEqualTo(429);
    }

    @Test
    void one_address_has_fifty_tries_for_all_accounts_and_who_is_known_there_still_gets_in(Clearover clearover) {
        assertThat(tried(clearover, "127.0.2.4", "viewer", "viewer").status()).isEqualTo(200);
        List<Integer> answers = IntStream.range(0, 60)
                .mapToObj(i ->
                        tried(clearover, "127.0.2.4", "stranger-" + i, "wrong").status())
                .toList();

        assertThat(answers).startsWith(401).endsWith(429);
        assertThat(answers.stream().filter(status -> status == 401).count()).isBetween(50L, 55L);
        assertThat(tried(clearover, "127.0.2.4", "viewer", "viewer").status()).isEqualTo(200);
    }

    @Test
    void guesses_at_the_same_time_are_counted_each(Clearover clearover) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            List<Callable<Integer>> guesses = IntStream.range(0, 30)
                    .<Callable<Integer>>mapToObj(i -> () -> tried(clearover, "127.0.2.5", "viewer", "wrong-" + i)
                            .status())
                    .toList();

            List<Integer> answers =
                    threads.invokeAll(guesses).stream().map(SignInIT::result).toList();

            assertThat(answers.stream().filter(status -> status == 401).count()).isBetween(10L, 12L);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void many_right_ones_at_the_same_time_all_get_in(Clearover clearover) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            List<Callable<Integer>> requests = IntStream.range(0, 30)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            tried(clearover, "127.0.2.6", "viewer", "viewer").status())
                    .toList();

            assertThat(threads.invokeAll(requests)).extracting(SignInIT::result).containsOnly(200);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_log_says_who_was_tried_from_where_and_never_with_what(Clearover clearover) {
        tried(clearover, "127.0.2.7", "somebody", "my-secret-guess");

        assertThat(clearover.installation().server().printed())
                .contains("sign-in failed: user=\"somebody\" address=127.0.2.7")
                .doesNotContain("my-secret-guess");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nforged line:x",
                "a\rforged line:x",
                "a\u2028forged line:x",
                "a\u0085forged line:x",
                "a\u202eforged line:x",
                "\u0000forged line:x",
            })
    void no_name_forges_a_line_of_the_log(String credentials, Clearover clearover) {
        String header = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));

        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                .with("Authorization", "Basic " + header)
                .from("127.0.2.8")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(clearover.installation().server().printed()).doesNotContain("forged line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!", "Basic YWRtaW4=", "Basic Og==", "Basic YTo= x", "nonsense"})
    void a_header_that_names_nobody_is_no_sign_in(String header, Clearover clearover) {
        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                .with("Authorization", header)
                .from("127.0.2.9")
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @Test
    void what_a_stranger_says_of_its_address_is_not_believed(Clearover clearover) {
        exhaust(clearover, "127.0.2.10", "viewer");

        RawRequest.Answer answer = new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                .as("viewer", "wrong")
                .with("X-Forwarded-For", "203.0.113.7")
                .with("Forwarded", "for=203.0.113.7")
                .with("$WSRA", "203.0.113.7")
                .from("127.0.2.10")
                .send();

        assertThat(answer.status()).isEqualTo(429);
    }

    private static int result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void exhaust(Clearover clearover, String address, String user) {
        for (int i = 0; tried(clearover, address, user, "wrong-" + i).status() == 401; i++) {
            assertThat(i).isLessThanOrEqualTo(TRIES + 1);
        }
    }

    private static RawRequest.Answer tried(Clearover clearover, String address, String user, String password) {
        return new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                .as(user, password)
                .from(address)
                .send();
    }
}
