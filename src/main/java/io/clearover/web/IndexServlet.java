package io.clearover.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Serves the page itself, which names its files by addresses that have their hash. Browsers keep it never. */
@WebServlet({"", "/index.html"})
public class IndexServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private transient byte[] page;

    @Override
    public void init() throws ServletException {
        try (InputStream html = getServletContext().getResourceAsStream("/index.html")) {
            String text = new String(html.readAllBytes(), StandardCharsets.UTF_8);
            page = new PageFiles(getServletContext()).linked(text).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
