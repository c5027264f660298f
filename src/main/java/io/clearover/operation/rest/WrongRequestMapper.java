package io.clearover.operation.rest;

import io.clearover.operation.WrongRequestException;
import io.clearover.web.ProblemException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;

/** Names the field of a request that says something that isn't so. */
@Provider
public class WrongRequestMapper implements ExceptionMapper<WrongRequestException> {

    @Context
    private Providers providers;

    @Override
    public Response toResponse(WrongRequestException wrong) {
        return providers
                .getExceptionMapper(ProblemException.class)
                .toResponse(ProblemException.badField(wrong.field(), wrong.getMessage()));
    }
}
