package io.clearover.web;

import io.clearover.database.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Every exception that leaves a resource becomes a problem document here. What the caller can't mend is logged once with
 * an incident number, which is all of it that the caller sees; that the database is away needs none.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

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
            return respond(Problem.DATABASE_AWAY);
        }
        return respond(incident(thrown));
    }

    private Response refused(Response response) {
        return Response.fromResponse(respond(StatusProblems.of(response.getStatus())))
                .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
                .build();
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
