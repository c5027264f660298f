package io.clearover.signin;

import io.clearover.web.Problem;
import io.clearover.web.ProblemAnswer;
import io.clearover.web.StatusProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.callback.PasswordValidationCallback;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * Who sends a request: a user of whatever registry the server has, by HTTP Basic; a program, by a service token; or the account
 * for calls without credentials. In place of the container's own, which lets anybody try as often as they like. Thread-safe.
 */
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    private static final int TOO_MANY = 429;

    private static final String CHALLENGE = "WWW-Authenticate";

    private final SignIns signIns;
    private final ServiceTokens tokens;
    private final BareAccount bare;

    SignInMechanism() {
        this(null, null, null);
    }

    @Inject
    public SignInMechanism(SignIns signIns, ServiceTokens tokens, BareAccount bare) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.bare = bare;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        String authorization = request.getHeader("Authorization");
        if (BearerToken.isMeantBy(authorization)) {
            return byToken(BearerToken.of(authorization), request, response, context);
        }
        return authorization == null
                ? bare.of(request)
                        .map(account -> accepted(account, context))
                        .orElseGet(() -> signInFirst(request, response))
                : byPassword(Credentials.of(authorization), request, response, context);
    }

    private AuthenticationStatus byPassword(
            Optional<Credentials> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        SignInResult result = sent.map(credentials -> signIns.tried(
                        credentials, ClientAddress.of(request.getRemoteAddr()), () -> isRight(credentials, context)))
                .orElse(SignInResult.REFUSED);
        if (result.accepted()) {
            return AuthenticationStatus.SUCCESS;
        }
        return result.mustWait() ? wait(request, response, result) : signInFirst(request, response);
    }

    private static boolean isRight(Credentials sent, HttpMessageContext context) {
        PasswordValidationCallback check = new PasswordValidationCallback(
                context.getClientSubject(), sent.user(), sent.password().toCharArray());
        try {
            context.getHandler().handle(new Callback[] {check});
            return check.getResult();
        } catch (IOException | UnsupportedCallbackException e) {
            throw new IllegalStateException("the user registry can't be asked", e);
        } finally {
            check.clearPassword();
        }
    }

    private AuthenticationStatus byToken(
            Optional<String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        String hash = ServiceToken.hash(sent.orElse(""));
        Optional<ServiceToken> known = tokens.withHash(hash);
        Optional<ServiceToken> good = known.filter(token -> !token.isExpired(LocalDate.now(Clock.systemUTC())));
        Credentials tried = new Credentials(
                known.map(token -> "token " + token.account().name()).orElse("unknown token " + hash.substring(0, 8)),
                hash);
        SignInResult result = signIns.tried(tried, ClientAddress.of(request.getRemoteAddr()), () -> good.isPresent());
        if (result.accepted()) {
            return accepted(good.orElseThrow().account(), context);
        }
        return result.mustWait() ? wait(request, response, result) : wrongToken(response);
    }

    private static AuthenticationStatus accepted(Account account, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(account.name(), account.groups());
    }

    private static AuthenticationStatus signInFirst(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(CHALLENGE, "Basic realm=\"Clearover\"");
        return answer(request, response, StatusProblems.of(HttpServletResponse.SC_UNAUTHORIZED));
    }

    /** The container makes the answer, by {@code web.xml}: in any other one it puts a challenge of its own (26.0.0.3). */
    private static AuthenticationStatus wrongToken(HttpServletResponse response) {
        response.setHeader(CHALLENGE, "Bearer realm=\"Clearover\", error=\"invalid_token\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus wait(
            HttpServletRequest request, HttpServletResponse response, SignInResult result) {
        long seconds = Math.max(1, result.retryAfter().toSeconds() + 1);
        response.setHeader("Retry-After", String.valueOf(seconds));
        return answer(
                request,
                response,
                Problem.of(
                        "too-many-tries",
                        "Too many tries to sign in",
                        TOO_MANY,
                        "A wrong name, password or token was sent too often. Try again in %d seconds."
                                .formatted(seconds)));
    }

    private static AuthenticationStatus answer(
            HttpServletRequest request, HttpServletResponse response, Problem problem) {
        try {
            ProblemAnswer.write(response, problem.at(request.getRequestURI()));
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
