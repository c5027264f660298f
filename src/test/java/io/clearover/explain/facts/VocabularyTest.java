package io.clearover.explain.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabulary is data, and what is wrong with it is said when it is read. */
class VocabularyTest {
    private static final WordForms FORMS = new WordForms(Set.of("virt-v2v"));

    @Test
    void a_pattern_stands_for_all_its_alternatives() {
        assertThat(PhrasePattern.phrases("(volume|disk) * (not found|gone)", FORMS))
                .containsExactly(
                        List.of("volume", "*", "not", "found"),
                        List.of("volume", "*", "gone"),
                        List.of("disk", "*", "not", "found"),
                        List.of("disk", "*", "gone"));
    }

    @Test
    void its_words_have_the_form_that_words_of_errors_have() {
        assertThat(PhrasePattern.phrases("the virt-v2v volumes couldn't be attached", FORMS))
                .containsExactly(List.of("virt-v2v", "volume", "can", "not", "be", "attached"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* volume", "volume *", "(volume", "12ab"})
    void a_pattern_of_no_use_is_refused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> PhrasePattern.phrases(pattern, FORMS));
    }

    @Test
    void no_phrase_of_the_vocabulary_says_a_condition_without_any_word_of_it() {
        Vocabulary vocabulary = Vocabulary.builtIn();

        assertThat(vocabulary.in(vocabulary.read("the quick brown fox jumps over the lazy dog")))
                .isEmpty();
    }
}
