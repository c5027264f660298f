package io.clearover.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the page's files at addresses that have their hash, for browsers to keep. */
@WebServlet(urlPatterns = PageFiles.ROOT + "*", loadOnStartup = 1)
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Problem NOT_HERE =
            Problem.of("not-found", "Not here", 404, "There is no such file, or no longer. Reload the page.");

    private transient PageFiles files;

    @Override
    public void init() {
        files = new PageFiles(getServletContext());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String file = files.fileAt(request.getPathInfo());
        if (file == null) {
            ProblemAnswer.write(response, NOT_HERE.at(request.getRequestURI()));
            return;
        }
        response.setHeader("Cache-Control", LibraryCacheFilter.FOR_A_YEAR);
        request.getRequestDispatcher(file).forward(request, response);
    }
}
