package io.clearover.platform.http;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The secrets of one exchange, to keep them out of what the other side wrote: an error page may well repeat the request
 * that it is about.
 */
public final class Secrets {

    private final List<String> forms;

    private Secrets(List<String> forms) {
        this.forms = forms;
    }

    /** @param values null and empty ones are left out */
    public static Secrets of(String... values) {
        return new Secrets(Arrays.stream(values)
                .filter(Objects::nonNull)
                .filter(value -> !value.isEmpty())
                .flatMap(Secrets::forms)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The text with every secret, plain or encoded for a URL or JSON, replaced by three asterisks. */
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, "***");
        }
        return masked;
    }

    private static Stream<String> forms(String value) {
        String json = Json.createValue(value).toString();
        String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return Stream.of(value, url, UrlText.encode(value), json.substring(1, json.length() - 1));
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
