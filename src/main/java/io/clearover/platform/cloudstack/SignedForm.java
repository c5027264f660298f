package io.clearover.platform.cloudstack;

import io.clearover.platform.DestinationSettings;
import io.clearover.platform.PlatformException;
import io.clearover.platform.http.Secrets;
import io.clearover.platform.http.UrlText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A command as a signed form to be posted. It can be used for some minutes only, so that a recorded one is soon worthless.
 *
 * @param body the form; holds the API key and the signature
 * @param secrets all that must not be seen of it
 */
record SignedForm(String body, Secrets secrets) {

    private static final Duration VALID_FOR = Duration.ofMinutes(10);
    private static final DateTimeFormatter EXPIRES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    static SignedForm of(String command, Map<String, String> arguments, DestinationSettings settings, Instant now) {
        String apiKey = key("api_key", settings.apiKey());
        String secretKey = key("secret_key", settings.secretKey());
        SortedMap<String, String> parameters = new TreeMap<>(arguments);
        parameters.put("command", command);
        parameters.put("response", "json");
        parameters.put("apiKey", apiKey);
        parameters.put("signatureversion", "3");
        parameters.put("expires", EXPIRES.format(now.plus(VALID_FOR)));
        String signature = Signature.of(parameters, secretKey);
        parameters.put("signature", signature);
        return new SignedForm(encoded(parameters), Secrets.of(apiKey, secretKey, signature));
    }

    private static String key(String column, String value) {
        if (value == null || value.isBlank()) {
            throw new PlatformException(column + " of the active row in ossea_configs is empty");
        }
        return value.strip();
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> UrlText.encode(each.getKey()) + "=" + UrlText.encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "SignedForm[***]";
    }
}
