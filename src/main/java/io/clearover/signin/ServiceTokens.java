package io.clearover.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The tokens that are configured. Thread-safe. */
@ApplicationScoped
public class ServiceTokens {

    private static final Logger LOG = Logger.getLogger(ServiceTokens.class.getName());

    private static final String KEY = "clearover.sign-in.tokens";

    private final List<ServiceToken> tokens;

    ServiceTokens() {
        this(Optional.empty());
    }

    /**
     * @param configured one text a token, see {@link ServiceToken#of}
     * @throws IllegalStateException in one line what is wrong with them
     */
    @Inject
    public ServiceTokens(@ConfigProperty(name = KEY) Optional<List<String>> configured) {
        this.tokens =
                configured.orElse(List.of()).stream().map(ServiceTokens::token).toList();
        if (tokens.stream().map(ServiceToken::hash).distinct().count() < tokens.size()) {
            throw new IllegalStateException(KEY + ": two tokens are the same");
        }
    }

    private static ServiceToken token(String configured) {
        try {
            return ServiceToken.of(configured);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(KEY + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The one with this hash, expired or not; looks at all of them in any case. */
    Optional<ServiceToken> withHash(String hash) {
        return tokens.stream().filter(token -> token.hasHash(hash)).toList().stream()
                .findFirst();
    }

    /** Warns of those that everybody can know, and of those that are no longer good. */
    void warn() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        for (ServiceToken token : tokens) {
            if (token.isExpired(today)) {
                LOG.warning(() -> "the %s has expired: whoever sends it is refused".formatted(token));
            } else if (token.isPublic()) {
                LOG.warning(() -> ("the %s is public knowledge: whoever reaches this server can act as \"%s\","
                                + " so let nobody reach it but the program that has it built in")
                        .formatted(token, token.account().name()));
            }
        }
    }
}
