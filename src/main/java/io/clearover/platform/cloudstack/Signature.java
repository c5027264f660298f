package io.clearover.platform.cloudstack;

import io.clearover.platform.http.UrlText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request as CloudStack checks it: the parameters sorted by name, their values URL-encoded, all of it in lower case,
 * HMAC-SHA1 with the secret key, Base64.
 *
 * <p>Names go into the signed text as they are: CloudStack's own check encodes values only. It shows with names such as
 * {@code details[0].memory}, whose brackets an encoded form would change; such a request is refused with 401.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    /** @param parameters sorted by name as text is by nature, case included; without the signature itself */
    static String of(SortedMap<String, String> parameters, String secretKey) {
        String signed = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + UrlText.encode(each.getValue()))
                .collect(Collectors.joining("&"))
                .toLowerCase(Locale.ROOT);
        return Base64.getEncoder().encodeToString(hmac(signed, secretKey));
    }

    private static byte[] hmac(String text, String secretKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
