package io.clearover.explain.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "widget 7 failed | Widget 12 failed",
                "volume 6f1c7a2e-3c5e-4a3e-9d38-0c0f5a6f1b11 lost | volume 0d1f3b62-56a0-4f0e-9a55-3f2f0b9b1c77 lost",
                "at 10.0.0.1:8080 | at 192.168.10.20:443",
                "i-2-412-VM is gone | i-3-9-VM is gone",
                "ctx-web01-20250901-090000 stuck | ctx-db01.x-20250902 stuck",
                "after 2m30s | after 11m5s",
                "hash deadbeef01 | hash 0xcafebabe99ff",
                "'a   b' | 'a b'",
                "MAC 00:50:56:ad:5e:3d | MAC 52:54:00:12:34:56",
            })
    void what_differs_from_time_to_time_does_not_count(String one, String other) {
        assertThat(ErrorShape.of(one)).isEqualTo(ErrorShape.of(other));
    }

    @Test
    void what_was_wrong_counts() {
        assertThat(ErrorShape.of("widget 7 failed")).isNotEqualTo(ErrorShape.of("gadget 7 failed"));
        assertThat(ErrorShape.of("a facade of words").text()).isEqualTo("a facade of words");
    }
}
