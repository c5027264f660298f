package io.clearover.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this application's page comes from. Thread-safe. */
@ApplicationScoped
public class OwnOrigin {

    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    private final Optional<URI> publicUrl;

    OwnOrigin() {
        this(Optional.empty());
    }

    /** @param publicUrl what users open; empty if any address that leads here is as good */
    @Inject
    public OwnOrigin(@ConfigProperty(name = "clearover.public-url") Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Whether an origin is this application's: that of the public address if there is one, else of the host that the request
     * was sent to, by whichever scheme, since a proxy may speak another.
     *
     * @param origin as in {@code Origin}
     * @param host as in {@code Host}; null for none
     */
    boolean is(String origin, String host) {
        return parsed(origin)
                .filter(from -> publicUrl
                        .map(ours -> from.getScheme().equalsIgnoreCase(ours.getScheme())
                                && authority(from).equals(authority(ours)))
                        .orElseGet(() -> parsed(from.getScheme() + "://" + host)
                                .filter(here -> authority(from).equals(authority(here)))
                                .isPresent()))
                .isPresent();
    }

    private static Optional<URI> parsed(String origin) {
        try {
            return Optional.of(URI.create(origin)).filter(uri -> uri.getScheme() != null && uri.getHost() != null);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String authority(URI uri) {
        int port = uri.getPort() >= 0
                ? uri.getPort()
                : PORTS.getOrDefault(uri.getScheme().toLowerCase(Locale.ROOT), -1);
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
