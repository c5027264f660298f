package io.clearover.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Endpoint;
import io.clearover.acceptance.support.ProblemDocument;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.TestTokens;
import io.clearover.acceptance.support.WithClearover;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program signs in by a token, which has a name and a role, and is good until its last day. */
@WithClearover
class ServiceTokensIT {

    private static final String TEST = "/api/v1/failover/test";
    private static final String APP01 = "{\"vm_name\": \"app01\"}";

    @ParameterizedTest
    @CsvSource({
        TestTokens.VIEWER + ", dashboard, viewer",
        TestTokens.OPERATOR + ", scheduler, viewer operator",
        TestTokens.ADMIN + ", auditor, viewer operator admin",
        TestTokens.PUBLIC + ", old-gui, viewer operator"
    })
    void a_token_has_its_name_and_its_role(String token, String name, String roles, Clearover clearover) {
        JsonObject me = with(token, clearover).get("/api/v1/me").json();

        assertThat(me.getString("name")).isEqualTo(name);
        assertThat(me.getJsonArray("roles").getValuesAs(JsonString::getString)).containsExactly(roles.split(" "));
    }

    @Test
    void a_viewers_token_starts_nothing(Clearover clearover) {
        ProblemDocument.of(with(TestTokens.VIEWER, clearover).post(TEST, APP01), 403);

        assertThat(clearover.number("SELECT COUNT(*) FROM job_tracking WHERE owner LIKE 'clearover@%'"))
                .isZero();
    }

    @Test
    void an_operators_token_starts_and_its_name_stays_with_what_it_started(Clearover clearover) {
        Api.Answer answer = with(TestTokens.OPERATOR, clearover).post(TEST, APP01);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(clearover.ended(answer.json().getString("job_id")).getString("started_by"))
                .isEqualTo("scheduler");
    }

    @Test
    void only_an_admins_token_sees_what_is_technical(Clearover clearover) {
        String status = "/api/v1/failover/%s/status".formatted(clearover.startTestFailover("app01"));
        clearover.ended(status.split("/")[4]);

        assertThat(with(TestTokens.ADMIN, clearover).get(status).json()).containsKey("technical_details");
        assertThat(with(TestTokens.OPERATOR, clearover).get(status).json()).doesNotContainKey("technical_details");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TestTokens.EXPIRED,
                "unknown",
                TestTokens.VIEWER + "x",
                "",
                "two words",
                "<script>",
            })
    void any_other_token_is_refused_in_the_same_words(String token, Clearover clearover) {
        RawRequest.Answer answer = me(clearover, "127.0.6.1", "Bearer " + token);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Clearover\", error=\"invalid_token\"");
        assertThat(Api.parse(answer.body()).getString("detail"))
                .isEqualTo("Send your user name and password with HTTP Basic, or a bearer token that is known here"
                        + " and has not expired.");
    }

    @Test
    void nothing_of_the_api_is_open_to_a_token_that_has_expired(Clearover clearover) {
        for (Endpoint endpoint : Endpoint.all()) {
            String path = endpoint.path("any", "any", clearover);
            RawRequest.Answer answer = new RawRequest(
                            clearover.url(), "%s %s HTTP/1.1".formatted(endpoint.httpMethod(), path))
                    .with("Authorization", "Bearer " + TestTokens.EXPIRED)
                    .from("127.0.6.2")
                    .json("{}")
                    .send();

            assertThat(answer.status()).as(endpoint.toString()).isIn(401, 429);
        }
    }

    @Test
    void the_scheme_may_be_written_in_any_case(Clearover clearover) {
        assertThat(me(clearover, "127.0.0.1", "bearer " + TestTokens.VIEWER).status())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_no_password(Clearover clearover) {
        ProblemDocument.of(new Api(clearover.url(), "dashboard", TestTokens.VIEWER).get("/api/v1/me"), 401);
    }

    @Test
    void who_guesses_tokens_must_wait_and_a_program_that_was_there_before_need_not(Clearover clearover) {
        assertThat(me(clearover, "127.0.6.3", "Bearer " + TestTokens.VIEWER).status())
                .isEqualTo(200);
        RawRequest.Answer last = IntStream.range(0, 60)
                .mapToObj(i -> me(clearover, "127.0.6.3", "Bearer guess-" + i))
                .reduce((first, second) -> second)
                .orElseThrow();

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        assertThat(me(clearover, "127.0.6.3", "Bearer " + TestTokens.VIEWER).status())
                .isEqualTo(200);
    }

    @Test
    void the_log_warns_at_a_start_and_tells_who_failed_and_never_a_token(Clearover clearover) {
        me(clearover, "127.0.6.4", "Bearer my-secret-guess");
        me(clearover, "127.0.6.4", "Bearer " + TestTokens.EXPIRED);

        assertThat(clearover.installation().server().printed())
                .contains("the token \"old-gui\" (operator, until 2999-12-31) is public knowledge")
                .contains("the token \"retired\" (operator, until 2020-02-29) has expired")
                .doesNotContain("the token \"dashboard\"")
                .contains("sign-in failed: user=\"unknown token %s\" address=127.0.6.4"
                        .formatted(TestTokens.hash("my-secret-guess").substring(0, 8)))
                .contains("sign-in failed: user=\"token retired\" address=127.0.6.4")
                .doesNotContain("my-secret-guess", TestTokens.EXPIRED, TestTokens.VIEWER, TestTokens.PUBLIC)
                .doesNotContain(TestTokens.hash(TestTokens.PUBLIC), TestTokens.hash("my-secret-guess"));
    }

    private static Api with(String token, Clearover clearover) {
        return Api.withToken(clearover.url(), token);
    }

    private static RawRequest.Answer me(Clearover clearover, String from, String authorization) {
        return new RawRequest(clearover.url(), "GET /api/v1/me HTTP/1.1")
                .with("Authorization", authorization)
                .from(from)
                .send();
    }
}
