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
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;

/**
 * HTTP Basic on each request, against whatever user registry the server has. In place of the container's own, which lets
 * anybody try as often as they like. Thread-safe.
 */
@ApplicationScoped
public class BasicSignIn implements HttpAuthenticationMechanism {

    private static final int TOO_MANY = 429;

    private final SignIns signIns;

    BasicSignIn() {
        this(null);
    }

    @Inject
    public BasicSignIn(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        Optional<Credentials> sent = Credentials.of(request.getHeader("Authorization"));
        SignInResult result = sent.map(credentials -> signIns.tried(
                        credentials, ClientAddress.of(request.getRemoteAddr()), () -> isRight(credentials, context)))
                .orElse(SignInResult.REFUSED);
        return result.accepted() ? AuthenticationStatus.SUCCESS : refused(request, response, result);
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

    private static AuthenticationStatus refused(
            HttpServletRequest request, HttpServletResponse response, SignInResult result) {
        try {
            ProblemAnswer.write(response, problem(response, result).at(request.getRequestURI()));
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Problem problem(HttpServletResponse response, SignInResult result) {
        if (!result.mustWait()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Clearover\"");
            return StatusProblems.of(HttpServletResponse.SC_UNAUTHORIZED);
        }
        long seconds = Math.max(1, result.retryAfter().toSeconds() + 1);
        response.setHeader("Retry-After", String.valueOf(seconds));
        return Problem.of(
                "too-many-tries",
                "Too many tries to sign in",
                TOO_MANY,
                "A wrong name or password was sent too often. Try again in %d seconds.".formatted(seconds));
    }
}
