package io.clearover.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

/** Keeps the application from serving while what is configured of signing in is wrong, and warns of what lets strangers in. */
@ApplicationScoped
public class SignInStartup {

    void start(@Observes Startup event, ServiceTokens tokens, BareAccount bare) {
        tokens.warn();
        bare.warn();
    }
}
