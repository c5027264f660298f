package io.clearover.web;

import io.clearover.database.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every exception that leaves a resource becomes a problem document here. What the caller can't mend is logged once with
 * an incident number, which is all of it that the caller sees; that the database is away needs none.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    private static final Problem DATABASE_AWAY = Problem.of(
            "database-away",
            "Not available now",
            503,
            "The database does not answer. Operations that run wait for it, and go on by themselves. Try again in a moment.");

    private static final Map<Integer, Problem> BY_STATUS = Stream.of(
                    Problem.of(
                            "bad-request",
                            "The request can't be read",
                            400,
                            "Send what the API describes. See /openapi/ui."),
                    Problem.of("sign-in", "Sign in", 401, "Send your user name and password with HTTP Basic."),
                    Problem.of(
                            "not-allowed", "Not allowed", 403, "Your role doesn't allow this. Ask an administrator."),
                    Problem.of(
                            "no-such-address", "No such address", 404, "Nothing is at this address. See /openapi/ui."),
                    Problem.of(
                            "method", "Method not allowed", 405, "This address takes another method. See /openapi/ui."),
                    Problem.of("accept", "No such form", 406, "The API answers application/json only."),
                    Problem.of("too-large", "The body is too large", 413, "Send less at once. See /openapi/ui."),
                    Problem.of("content-type", "Not JSON", 415, "Send the body as Content-Type application/json."))
            .collect(Collectors.toMap(Problem::status, Function.identity()));

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof ProblemException known) {
            return respond(known.problem());
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return refused(web.getResponse());
        }
        if (thrown.getCause() instanceof ProblemException known) {
            return respond(known.problem());
        }
        if (DatabaseAway.caused(thrown)) {
            LOG.log(Level.WARNING, "path={0} not served: the database is away", request.getRequestURI());
            return respond(DATABASE_AWAY);
        }
        return respond(incident(thrown));
    }

    private Response refused(Response response) {
        return Response.fromResponse(respond(ofStatus(response.getStatus())))
                .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    static Problem ofStatus(int status) {
        Problem otherwise = status < 500
                ? Problem.of("refused", "Refused", status, "The request can't be served. See /openapi/ui.")
                : Problem.of("internal", "Something went wrong here", status, "Try again, or tell your administrator.");
        return BY_STATUS.getOrDefault(status, otherwise);
    }

    private Problem incident(Throwable thrown) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, thrown, () -> "incident=%s path=%s".formatted(number, request.getRequestURI()));
        return Problem.of(
                "internal",
                "Something went wrong here",
                500,
                "Nothing was changed by this request as far as we know. Try again; if it happens again, tell your"
                        + " administrator the incident number " + number + ".");
    }

    private Response respond(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.at(request.getRequestURI()))
                .build();
    }
}
