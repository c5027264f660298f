package io.clearover.rawtext;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Lists of words, one a line, that must not be shown. A line that begins with # is a comment. */
public final class WordList {
    private WordList() {}

    /**
     * Matches any of the words as a whole word, in whatever case.
     *
     * @param file in UTF-8, beside the class
     */
    public static Pattern pattern(Class<?> beside, String file) {
        String words = text(beside, file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(?:^|[^\\pL\\pN])(?:" + words + ")(?:$|[^\\pL\\pN])");
    }

    private static String text(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("read " + file, e);
        }
    }
}
