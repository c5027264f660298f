package io.clearover.lab.cloudstack;

import io.clearover.lab.LabKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a request as CloudStack's server does: parameters sorted by name, values URL-encoded with {@code %20} for a
 * space, names as they are ({@code details[0].memory} keeps its brackets), the whole in lower case, HMAC-SHA1, Base64.
 */
final class Signature {

    private static final DateTimeFormatter EXPIRES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

    private Signature() {}

    /** Refuses a request that the holder of the keys did not sign, or that came too late. */
    static void check(Map<String, String> parameters, Instant now) {
        boolean good = LabKeys.API_KEY.equals(value(parameters, "apikey"))
                && signed(parameters)
                && !("3".equals(value(parameters, "signatureversion")) && expired(value(parameters, "expires"), now));
        if (!good) {
            throw ApiError.badSignature();
        }
    }

    private static boolean signed(Map<String, String> parameters) {
        String signature = value(parameters, "signature");
        return signature != null
                && MessageDigest.isEqual(
                        expected(parameters).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private static String expected(Map<String, String> parameters) {
        String request = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equalsIgnoreCase("signature"))
                .sorted(Map.Entry.comparingByKey())
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(LabKeys.SECRET_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] digest = mac.doFinal(request.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean expired(String expires, Instant now) {
        try {
            return expires == null
                    || OffsetDateTime.parse(expires, EXPIRES).toInstant().isBefore(now);
        } catch (DateTimeException unreadable) {
            return true;
        }
    }

    private static String value(Map<String, String> parameters, String name) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
