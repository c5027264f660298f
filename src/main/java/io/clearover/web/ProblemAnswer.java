package io.clearover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A problem document as the answer to a request that reaches no resource. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Makes it the whole answer; headers that are set stay. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] document =
                new JsonbProvider().getContext(Problem.class).toJson(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
