package io.clearover.web;

import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Problem documents for what the container refuses before a resource is reached: no sign-in, no such file, an address or
 * header that can't be read. Without it the container would show names of its classes. See web.xml.
 */
@WebServlet(ContainerProblems.PATH)
public class ContainerProblems extends HttpServlet {

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
        Problem problem = problem(status == null ? HttpServletResponse.SC_NOT_FOUND : status);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.setCharacterEncoding("UTF-8");
        try (JsonWriter json = Json.createWriter(response.getWriter())) {
            json.writeObject(Json.createObjectBuilder()
                    .add("type", problem.type())
                    .add("title", problem.title())
                    .add("status", problem.status())
                    .add("detail", problem.detail())
                    .add("instance", path(request))
                    .build());
        }
    }

    private static Problem problem(int status) {
        return status == HttpServletResponse.SC_BAD_REQUEST ? UNREADABLE : ProblemMapper.ofStatus(status);
    }

    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked == null ? request.getRequestURI() : asked.toString();
    }
}
