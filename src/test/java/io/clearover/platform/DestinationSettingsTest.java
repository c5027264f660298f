package io.clearover.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DestinationSettingsTest {

    @Test
    void its_text_holds_neither_the_key_nor_the_secret() {
        DestinationSettings settings = new DestinationSettings(
                "cloud", "http://cloud.example.com/client/api", "the-key", "the-secret", "zone1", "t", "o", "vm");

        assertThat(settings.toString()).contains("cloud").doesNotContain("the-key", "the-secret");
    }
}
