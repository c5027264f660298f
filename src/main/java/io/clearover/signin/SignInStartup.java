package io.clearover.signin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;

/** Keeps the application from serving while what is configured of signing in is wrong, and warns of what lets strangers in. */
@ApplicationScoped
public class SignInStartup {

    /** Before anything of the start that changes data. */
    void start(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Startup event,
            ServiceTokens tokens,
            BareAccount bare) {
        tokens.warn();
        bare.warn();
    }
}
