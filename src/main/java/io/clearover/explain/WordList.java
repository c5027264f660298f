package io.clearover.explain;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of words, one a line, that must not be shown. */
final class WordList {
    private WordList() {}

    static List<String> read(String resource) {
        return Resources.text(resource)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Matches any of the words as a whole word, in whatever case. */
    static Pattern pattern(String resource) {
        String words = read(resource).stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?i)(?:^|[^\\pL\\pN])(?:" + words + ")(?:$|[^\\pL\\pN])");
    }
}
