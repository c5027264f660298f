package io.clearover.platform.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts in addresses, and addresses in texts. */
public final class UrlText {

    private UrlText() {}

    /** Encoded for a path or a query: a space becomes %20, not a plus. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address for a message: scheme, host, port and path. User, query and fragment may be secret and are left out. */
    public static String shown(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
    }
}
