package io.clearover.explain.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralRunsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
            vm (?:[^:]{0,9}|\\{[^}]{0,9}\\} )not found; vm {1} not found
            vm (?:[^:]{0,9}|\\{[^}]{0,9}\\} )not found; vm 1 not found
            disk [({]full; disk (full
            disk [^\\]]{1,3} full; disk 12 full
            """)
    void brackets_in_a_class_of_characters_stand_for_themselves(String expression, String text) {
        LiteralRuns runs = LiteralRuns.in(expression);

        assertThat(runs.areIn(text, text.indexOf(runs.longest()))).isTrue();
    }
}
