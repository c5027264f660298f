package io.clearover.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems of requests that reach no resource, or of which a resource says no more than a status. */
public final class StatusProblems {

    private static final Map<Integer, Problem> BY_STATUS = Stream.of(
                    Problem.of(
                            "bad-request",
                            "The request can't be read",
                            400,
                            "Send what the API describes. See /openapi/ui."),
                    Problem.of(
                            "sign-in",
                            "Sign in",
                            401,
                            "Send your user name and password with HTTP Basic, or a bearer token that is known here and has not expired."),
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

    private StatusProblems() {}

    /** The problem of an HTTP status of 400 or more. */
    public static Problem of(int status) {
        Problem otherwise = status < 500
                ? Problem.of("refused", "Refused", status, "The request can't be served. See /openapi/ui.")
                : Problem.of("internal", "Something went wrong here", status, "Try again, or tell your administrator.");
        return BY_STATUS.getOrDefault(status, otherwise);
    }
}
