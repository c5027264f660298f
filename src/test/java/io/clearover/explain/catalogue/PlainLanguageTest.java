package io.clearover.explain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainLanguageTest {
    private final PlainLanguage language = new PlainLanguage();

    @Test
    void every_text_of_the_catalogue_is_plain_in_every_language() {
        for (Locale locale : Catalogue.languages()) {
            new Catalogue().texts(locale).all().forEach((key, text) -> assertThat(language.problemWith(text))
                    .as(key)
                    .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The hypervisor is full.",
                "Check the DNS.",
                "Look at virt-v2v.",
                "The OMA failed.",
                "Check /var/log/messages.",
                "Needs KVM.",
                "Ask for an API key."
            })
    void jargon_and_technical_detail_are_found(String text) {
        assertThat(language.problemWith(text)).isPresent();
    }

    @Test
    void a_sentence_of_more_than_25_words_is_found() {
        assertThat(language.problemWith("word ".repeat(25).strip() + ".")).isEmpty();
        assertThat(language.problemWith("word ".repeat(26).strip() + ".")).isPresent();
    }

    @Test
    void kvm_is_allowed_where_the_job_sheet_uses_it() {
        assertThat(language.problemWith("Preparing Drivers for KVM")).isEmpty();
        assertThat(language.problemWith("This VM has no KVM drivers.")).isEmpty();
    }
}
