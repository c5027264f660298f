package io.clearover.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokenTest {

    private static final String HASH = ServiceToken.hash("a-token");
    private static final LocalDate LAST = LocalDate.parse("2027-06-30");

    @Test
    void a_token_is_good_on_its_last_day_and_not_on_the_next() {
        ServiceToken token = ServiceToken.of("backup viewer 2027-06-30 " + HASH);

        assertThat(token.isExpired(LAST)).isFalse();
        assertThat(token.isExpired(LAST.plusDays(1))).isTrue();
    }

    @Test
    void only_the_very_token_has_its_hash() {
        ServiceToken token = ServiceToken.of("backup viewer 2027-06-30 " + HASH);

        assertThat(token.hasHash(ServiceToken.hash("a-token"))).isTrue();
        assertThat(token.hasHash(ServiceToken.hash("a-token "))).isFalse();
        assertThat(token.hasHash("")).isFalse();
    }

    @Test
    void the_hash_is_what_sha256sum_prints() {
        assertThat(ServiceToken.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_token_that_everybody_can_know_says_so() {
        assertThat(ServiceToken.of(" gui  operator 2035-01-01 " + HASH + " public")
                        .isPublic())
                .isTrue();
        assertThat(ServiceToken.of("gui operator 2035-01-01 " + HASH).isPublic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "backup",
                "backup viewer 2027-06-30",
                "backup viewer 2027-06-30 HASH secret",
                "backup viewer 2027-06-30 HASH public more",
                "backup root 2027-06-30 HASH",
                "backup viewer never HASH",
                "backup viewer 2027-02-30 HASH",
                "backup viewer 2027-06-30 abc",
                "back\"up viewer 2027-06-30 HASH",
            })
    void what_is_configured_wrong_is_refused_without_telling_a_hash(String configured) {
        String text = configured.replace("HASH", HASH);

        assertThatThrownBy(() -> new ServiceTokens(Optional.of(List.of(text))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("clearover.sign-in.tokens: ")
                .hasMessageNotContaining(HASH);
    }

    @Test
    void one_token_is_nobody_twice() {
        List<String> twice = List.of("backup viewer 2027-06-30 " + HASH, "gui operator 2027-06-30 " + HASH);

        assertThatThrownBy(() -> new ServiceTokens(Optional.of(twice))).hasMessageContaining("the same");
    }

    @Test
    void a_name_may_have_two_tokens_so_that_one_can_replace_the_other() {
        ServiceTokens tokens = new ServiceTokens(Optional.of(List.of(
                "backup viewer 2027-06-30 " + HASH, "backup viewer 2028-06-30 " + ServiceToken.hash("another"))));

        assertThat(tokens.withHash(HASH)).isPresent();
        assertThat(tokens.withHash(ServiceToken.hash("another"))).isPresent();
        assertThat(tokens.withHash(ServiceToken.hash("a third"))).isEmpty();
    }
}
