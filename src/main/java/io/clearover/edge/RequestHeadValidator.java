package io.clearover.edge;

import com.ibm.wsspi.http.HttpInboundConnection;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.HttpResponse;
import com.ibm.wsspi.http.WorkClassifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * Refuses requests whose head can't be read: the address, the host, the kind and length of its body, the sign-in. The web
 * container would answer with pages and codes of its own, or with an error. Open Liberty asks this for each request which
 * executor is to run it; what isn't refused runs where it would have. Thread-safe.
 */
public class RequestHeadValidator implements WorkClassifier {

    private static final String BASIC = "Basic ";

    /** Where the container has a sign-in by a form, and its end. There is none here. */
    private static final Pattern OF_THE_CONTAINER = Pattern.compile("(?i)j_security_check|ibm_security_logout");

    /** Made once, when the server starts. */
    public RequestHeadValidator() {
        RequestLineTables.freeze();
    }

    @Override
    public Executor classify(HttpRequest request, HttpInboundConnection connection) {
        return refusal(request)
                .<Executor>map(refusal -> refusedTask -> answer(connection, refusal))
                .orElse(null);
    }

    private static Optional<Refusal> refusal(HttpRequest request) {
        if (!Address.isWellFormed(request.getURI(), request.getQuery())) {
            return Optional.of(Refusal.ADDRESS);
        }
        if (!Address.isHost(request.getHeader("Host"))) {
            return Optional.of(Refusal.HOST);
        }
        if (!ContentType.isWellFormed(request.getHeader("Content-Type"))) {
            return Optional.of(Refusal.CONTENT_TYPE);
        }
        if (!endsForSure(request)) {
            return Optional.of(Refusal.LENGTH);
        }
        if (request.getMethod().equals("TRACE")) {
            return Optional.of(Refusal.METHOD);
        }
        if (OF_THE_CONTAINER.matcher(request.getURI()).find()) {
            return Optional.of(Refusal.NOT_HERE);
        }
        return isSignIn(request.getHeader("Authorization")) ? Optional.empty() : Optional.of(Refusal.SIGN_IN);
    }

    /** Whether nobody on the way can take another place for its end (RFC 9112, 6.3). */
    private static boolean endsForSure(HttpRequest request) {
        int lengths = request.getHeaders("Content-Length").size();
        return lengths == 0 || (lengths == 1 && request.getHeader("Transfer-Encoding") == null);
    }

    /** Whether it has a user name and a password, if it is HTTP Basic. The container looks for them after a refusal (26.0.0.3). */
    private static boolean isSignIn(String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return true;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static void answer(HttpInboundConnection connection, Refusal refusal) {
        HttpResponse response = connection.getResponse();
        response.setStatus(refusal.status());
        refusal.headers().forEach(response::setHeader);
        byte[] body = refusal == Refusal.ADDRESS
                ? refusal.body()
                : refusal.body(connection.getRequest().getURI());
        response.setContentLength(body.length);
        try (OutputStream out = response.getBody()) {
            out.write(body);
            connection.finish(null);
        } catch (IOException gone) {
            connection.finish(gone);
        }
    }
}
