package io.clearover.signin;

import io.clearover.web.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is taken for the sender of a call without any credentials, if that is configured: a program of this machine that calls in
 * the appliance's forms ({@link BareCalls}). Never a browser, whatever page it shows; never what came from elsewhere, directly
 * or by a proxy. Thread-safe.
 */
@ApplicationScoped
public class BareAccount {

    private static final Logger LOG = Logger.getLogger(BareAccount.class.getName());

    private static final String KEY = "clearover.sign-in.account-without-credentials";

    /** Browsers send one of them with all that another site's page can make them send and that changes something. */
    private static final List<String> OF_BROWSERS = List.of("Origin", "Referer", "Sec-Fetch-Site", "Cookie");

    /** By which proxies say for whom they call. */
    private static final List<String> OF_PROXIES = List.of("X-Forwarded-For", "X-Real-IP");

    private final Optional<Account> account;
    private final String host;

    BareAccount() {
        this(Optional.empty(), "");
    }

    /**
     * @param configured a name and a role
     * @param host on which the server listens
     * @throws IllegalStateException in one line what is wrong with that
     */
    @Inject
    public BareAccount(
            @ConfigProperty(name = KEY) Optional<String> configured,
            @ConfigProperty(name = "http.host", defaultValue = "localhost") String host) {
        this.account = configured.map(BareAccount::account);
        this.host = host;
        if (account.isPresent() && !Loopback.isHost(host)) {
            throw new IllegalStateException(
                    "%s is for a server that only its own machine can reach: http.host is %s".formatted(KEY, host));
        }
    }

    private static Account account(String configured) {
        String[] words = configured.strip().split("\\s+");
        try {
            if (words.length != 2 || words[1].equals(Roles.ADMIN)) {
                throw new IllegalArgumentException("the form is \"name role\", the role viewer or operator");
            }
            return new Account(words[0], words[1]);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(KEY + ": " + wrong.getMessage(), wrong);
        }
    }

    /** Who sends a request that has no credentials; empty if nobody is to be taken for it. */
    Optional<Account> of(HttpServletRequest request) {
        return account.filter(configured -> BareCalls.include(request.getMethod(), request.getRequestURI())
                && isFromThisMachine(request)
                && OF_BROWSERS.stream().noneMatch(header -> request.getHeader(header) != null));
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        Stream<String> told = OF_PROXIES.stream()
                .flatMap(header -> Collections.list(request.getHeaders(header)).stream())
                .flatMap(value -> Arrays.stream(value.split(",", -1)));
        return Stream.concat(Stream.of(request.getRemoteAddr(), request.getLocalAddr()), told)
                        .allMatch(Loopback::isAddress)
                && request.getHeader("Forwarded") == null
                && Loopback.isHost(Loopback.hostOf(request.getHeader("Host")));
    }

    /** Warns that there is one. */
    void warn() {
        account.ifPresent(any ->
                LOG.warning(() -> ("calls without credentials, in the appliance's forms, are answered as \"%s\" (%s):"
                                + " every program and user of this machine can make them (listening on %s)")
                        .formatted(any.name(), any.role(), host)));
    }
}
