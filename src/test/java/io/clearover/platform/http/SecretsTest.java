package io.clearover.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final Secrets SECRETS = Secrets.of("Secr3t! \"ü\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Secr3t! \"ü\"",
                "Secr3t%21+%22%C3%BC%22",
                "Secr3t%21%20%22%C3%BC%22",
                "Secr3t! \\\"ü\\\"",
            })
    void a_secret_is_masked_in_each_form_in_which_it_travels(String form) {
        assertThat(SECRETS.mask("no route for ?password=" + form + "&vcenter=vc1"))
                .isEqualTo("no route for ?password=***&vcenter=vc1");
    }

    @Test
    void a_secret_that_holds_another_is_masked_whole() {
        assertThat(Secrets.of("key", "key-and-more").mask("key-and-more, key")).isEqualTo("***, ***");
    }

    @Test
    void missing_secrets_mask_nothing() {
        assertThat(Secrets.of(null, "").mask("all of it")).isEqualTo("all of it");
    }

    @Test
    void its_text_holds_no_secret() {
        assertThat(SECRETS.toString()).doesNotContain("Secr3t");
    }
}
