package io.clearover.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Problem documents for what the container refuses before a resource is reached: no such file, a header that can't be read.
 * Without it the container would show names of its classes. See web.xml.
 */
@WebServlet(ContainerProblemServlet.PATH)
public class ContainerProblemServlet extends HttpServlet {

    static final String PATH = "/container-problem";

    private static final long serialVersionUID = 1L;

    private static final Problem UNREADABLE = Problem.of(
            "bad-request",
            "The request can't be read",
            HttpServletResponse.SC_BAD_REQUEST,
            "The address or a header of the request is malformed. See /openapi/ui.");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Problem problem = problem(status == null ? HttpServletResponse.SC_NOT_FOUND : status);
        ProblemAnswer.write(response, problem.at(asked == null ? request.getRequestURI() : asked.toString()));
    }

    private static Problem problem(int status) {
        return status == HttpServletResponse.SC_BAD_REQUEST ? UNREADABLE : StatusProblems.of(status);
    }
}
