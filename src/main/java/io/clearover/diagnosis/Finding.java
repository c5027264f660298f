package io.clearover.diagnosis;

import java.util.Optional;

/**
 * What a probe has found.
 *
 * @param word which of the catalogue's words tell of it; null for an error that the catalogue explains
 * @param detail the technical side of it, for admins: if there is no word, the raw error; null if there is nothing to tell
 */
public record Finding(String word, String detail) {

    /** What the word says, with nothing technical to tell. */
    public static Finding of(String word) {
        return new Finding(word, null);
    }

    /** What the word says. */
    public static Finding of(String word, String detail) {
        return new Finding(word, detail);
    }

    /** Something is wrong, as this raw error tells. */
    public static Finding failed(String rawError) {
        return new Finding(null, rawError);
    }

    /** A failure if there is an error, otherwise what the word says. */
    static Finding of(String word, Optional<String> rawError) {
        return rawError.map(Finding::failed).orElseGet(() -> of(word));
    }

    /** Whether it is an error that the catalogue explains. */
    public boolean isError() {
        return word == null;
    }
}
