package io.clearover.explain;

import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How easily the English texts are read; the figures and the hardest texts are printed. */
class ReadabilityTest {
    /** Years of school. "Ask your administrator" alone takes eleven, so a single text may be above the mean. */
    private static final double HIGHEST_MEAN = 7.5;

    private static final double HIGHEST = 12;

    private static final List<Measured> TEXTS = sentences()
            .map(text -> new Measured(text, ReadingLevel.of(text)))
            .sorted(comparingDouble(Measured::level).reversed())
            .toList();

    private record Measured(String text, double level) {}

    /** Reasons, next steps, phrases and descriptions; names and summaries are no sentences. */
    private static Stream<String> sentences() {
        return Fixtures.CATALOGUE.texts().all().values().stream()
                .map(text -> text.replaceAll("\\{[a-z-]+}", "").strip())
                .filter(text -> text.endsWith("."))
                .distinct();
    }

    @Test
    void the_texts_are_easy_to_read() {
        double mean = TEXTS.stream().mapToDouble(Measured::level).average().orElseThrow();
        System.out.printf(
                "reading level: mean %.1f years of school over %d texts, median %.1f%n",
                mean, TEXTS.size(), TEXTS.get(TEXTS.size() / 2).level());
        TEXTS.stream().limit(10).forEach(worst -> System.out.printf("  %4.1f %s%n", worst.level(), worst.text()));

        assertThat(TEXTS).hasSizeGreaterThan(300);
        assertThat(mean).isLessThanOrEqualTo(HIGHEST_MEAN);
        assertThat(TEXTS)
                .allSatisfy(measured ->
                        assertThat(measured.level()).as(measured.text()).isLessThanOrEqualTo(HIGHEST));
    }

    @ParameterizedTest
    @CsvSource({
        "the, 1",
        "run, 1",
        "failed, 1",
        "stored, 1",
        "started, 2",
        "VM, 1",
        "volumes, 2",
        "storage, 2",
        "destination, 4",
        "administrator, 5",
        "before, 2",
        "queue, 1",
        "replication, 4"
    })
    void syllables_are_counted_about_right(String word, int syllables) {
        assertThat(ReadingLevel.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void long_words_and_long_sentences_are_harder() {
        assertThat(ReadingLevel.of("The disk is full.")).isLessThan(2);
        assertThat(ReadingLevel.of("Insufficient computational resources necessitate administrative intervention."))
                .isGreaterThan(20);
        assertThat(ReadingLevel.of("The disk is full and the cat sat on the mat and then it ran off to the sea."))
                .isGreaterThan(
                        ReadingLevel.of("The disk is full. The cat sat on the mat. Then it ran off to the sea."));
    }
}
