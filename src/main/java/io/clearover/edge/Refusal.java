package io.clearover.edge;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A problem document (RFC 9457) for what is refused here, as those of the API are. Its texts are constants.
 *
 * @param type the same kinds as those of the API
 */
record Refusal(int status, String type, String title, String detail) {

    private static final String TYPE = "Content-Type";

    private static final String PROBLEM = "application/problem+json";

    static final Refusal ADDRESS = malformed("address of the request");

    static final Refusal HOST = malformed("header Host");

    static final Refusal CONTENT_TYPE = malformed("header Content-Type");

    static final Refusal LENGTH = malformed("length of the body");

    static final Refusal SIGN_IN = new Refusal(
            401,
            "sign-in",
            "Sign in",
            "Send your user name and password with HTTP Basic, or a bearer token that is known here and has not expired.");

    static final Refusal NOT_HERE =
            new Refusal(404, "no-such-address", "No such address", "Nothing is at this address. See /openapi/ui.");

    static final Refusal METHOD =
            new Refusal(405, "method", "Method not allowed", "This address takes another method. See /openapi/ui.");

    private static Refusal malformed(String part) {
        return new Refusal(
                400,
                "bad-request",
                "The request can't be read",
                "The %s is malformed. See /openapi/ui.".formatted(part));
    }

    /** The headers of the answer, but for those that all answers get. */
    Map<String, String> headers() {
        return status == SIGN_IN.status()
                ? Map.of(TYPE, PROBLEM, "WWW-Authenticate", "Basic realm=\"Clearover\"")
                : Map.of(TYPE, PROBLEM);
    }

    /** The document for an address that can't be repeated. */
    byte[] body() {
        return document("");
    }

    /** @param path of the request, encoded and well-formed: it has nothing then that JSON would have to escape */
    byte[] body(String path) {
        return document(",\"instance\":\"%s\"".formatted(path));
    }

    private byte[] document(String instance) {
        return ("{\"type\":\"/problems/%1$s\",\"title\":\"%2$s\",\"status\":%3$d,\"detail\":\"%4$s\"%5$s,\"success\":false,"
                        + "\"message\":\"%4$s\",\"error\":\"%4$s\"}")
                .formatted(type, title, status, detail, instance)
                .getBytes(StandardCharsets.UTF_8);
    }
}
