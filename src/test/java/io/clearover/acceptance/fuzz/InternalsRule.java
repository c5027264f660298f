package io.clearover.acceptance.fuzz;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.clearover.acceptance.fuzz.Answer.Header;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * No answer tells what the server is made of. What the request itself says, an answer may repeat. Searched in linear time:
 * answers may repeat a lot.
 */
final class InternalsRule implements Rule {

    /** In any answer, also in the page's own files. */
    private static final Pattern PRODUCTS = Pattern.compile(
            "\\b(?:SRVE|CWW[A-Z]{2,3}|CWPK[A-Z]|CNTR|SESN|J2CA|DSRA|FFDC)\\d\\w*|(?i:\\bliberty\\b|websphere|\\bibm\\b)");

    /** In an error. */
    private static final Pattern CODE = Pattern.compile(
            "(?i)\\w*exception\\b|\\bat [\\w.$]+\\(|\\w+\\.java\\b|\\b(?:java|jakarta|javax|org|com|io)\\.[a-z]\\w*\\.\\w+|resteasy"
                    + "|yasson|parsson|stack ?trace|(?:/|\\b)(?:opt|usr|home|tmp|work|etc|var|root|wlp)/\\w+|\\b[a-z]:\\\\\\w");

    private static final List<String> HEADERS = List.of("server", "x-powered-by", "set-cookie", OddTexts.FORGED);

    /** Between parts of the container. */
    private static final String PRIVATE = "$ws";

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        return header(sent, answer)
                .or(() -> showsProduct(answer) ? Optional.empty() : found(PRODUCTS, sent, answer.all()))
                .or(() -> answer.isError() ? found(CODE, sent, answer.all()) : Optional.empty());
    }

    /** The page on which the API can be tried is the server's own and may say so. */
    private static boolean showsProduct(Answer answer) {
        return !answer.isError() && answer.all().contains("<title>Swagger UI</title>");
    }

    private static Optional<String> header(Sent sent, Answer answer) {
        return answer.headers().stream()
                .filter(header -> !takesBackACookie(sent, header))
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .filter(name -> HEADERS.contains(name) || name.startsWith(PRIVATE))
                .findFirst()
                .map(name -> "the header " + name);
    }

    /** One that the request sent. */
    private static boolean takesBackACookie(Sent sent, Header header) {
        return header.name().equalsIgnoreCase("set-cookie")
                && header.value().contains("Max-Age=0")
                && sent.contains(header.value().split("=", 2)[0] + "=");
    }

    private static Optional<String> found(Pattern words, Sent sent, String text) {
        Matcher found = words.matcher(text);
        while (found.find()) {
            if (!sent.contains(found.group())) {
                return Optional.of("it says " + found.group());
            }
        }
        return Optional.empty();
    }
}
