package io.clearover.guard;

import io.clearover.web.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.logging.Logger;

/**
 * Shows every JSON answer to the guard on its way out, problem documents too, unless an admin asked. Where the guard had to
 * replace a text the log says at which address and in which field, never what it was.
 */
@Provider
@ApplicationScoped
public class AnswerGuardInterceptor implements WriterInterceptor {

    private static final Logger LOG = Logger.getLogger(AnswerGuardInterceptor.class.getName());

    private final AnswerGuard guard;

    @Context
    private SecurityContext security;

    @Context
    private HttpServletRequest request;

    /** For the container's proxy; public, because the JAX-RS runtime wants one of providers. */
    public AnswerGuardInterceptor() {
        this(null);
    }

    @Inject
    public AnswerGuardInterceptor(AnswerGuard guard) {
        this.guard = guard;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (!isJson(answer.getMediaType()) || security.isUserInRole(Roles.ADMIN)) {
            answer.proceed();
            return;
        }
        OutputStream caller = answer.getOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        answer.setOutputStream(said);
        answer.proceed();
        answer.setOutputStream(caller);
        AnswerGuard.Guarded guarded = guard.guard(said.toByteArray());
        report(guarded.replaced());
        caller.write(guarded.json());
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private void report(List<String> replaced) {
        if (!replaced.isEmpty()) {
            LOG.warning(() ->
                    "leak guard: path=%s fields=%s".formatted(request.getRequestURI(), String.join(",", replaced)));
        }
    }
}
