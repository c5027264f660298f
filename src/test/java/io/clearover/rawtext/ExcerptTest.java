package io.clearover.rawtext;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {

    private final Redaction redaction = new Redaction();

    @Test
    void a_text_of_usual_length_is_kept_whole() {
        String text = "x".repeat(Excerpt.MOST);

        assertThat(Excerpt.of(text)).isSameAs(text);
        assertThat(Excerpt.of(null)).isNull();
    }

    @Test
    void of_a_longer_one_head_and_tail_are_kept() {
        String excerpt = Excerpt.of("head " + "x".repeat(5_000_000) + " tail");

        assertThat(excerpt)
                .hasSizeLessThanOrEqualTo(Excerpt.MOST)
                .startsWith("head ")
                .contains(Excerpt.GAP)
                .endsWith(" tail");
    }

    @Test
    void the_gap_is_no_cause_of_anything() {
        assertThat(Fixtures.explain("volume-attach", "frobnication " + Excerpt.GAP))
                .isEqualTo(Fixtures.explain("volume-attach", "frobnication"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=SECRET",
                "{\"password\": \"SECRET with words\"}",
                "Authorization: Bearer SECRET",
                "-----BEGIN RSA PRIVATE KEY-----\nSECRET-----END RSA PRIVATE KEY-----",
                "?apikey=SECRET&x=1",
            })
    void no_part_of_a_secret_is_told_wherever_the_gap_divides_it(String form) {
        String secret = "S3cr3tPart".repeat(40) + "\n";
        for (int cut = 0; cut < secret.length(); cut += 7) {
            String text = form.replace("SECRET", secret.strip());
            String tail = text.substring(text.indexOf("S3cr3tPart") + cut);
            String excerpt = "x".repeat(50) + Excerpt.GAP + tail + "\n" + "and more ".repeat(50) + "no space left";

            assertThat(redaction.redact(excerpt)).contains("no space left").doesNotContain("S3cr3tPart");
        }
    }

    @Test
    void lines_of_a_key_whose_beginning_and_end_are_gone_are_not_told() {
        String lines =
                String.join("\n", List.of("MIIEpAIBAAKCAQEA7bq".repeat(3), "S3cr3t".repeat(10), "S3cr3t".repeat(10)));

        assertThat(redaction.redact("head" + Excerpt.GAP + ("w".repeat(300) + "\n" + lines) + "\nno space left"))
                .isEqualTo("head" + Excerpt.GAP + "\nno space left");
    }
}
