package io.clearover.lab.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens the server to one API; a defect of the lab answers 500 and is logged, so that it is never a hanging client. */
public final class Door implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(Door.class.getName());

    private final Api api;

    public Door(Api api) {
        this.api = api;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(exchange);
        try {
            api.answer(call);
        } catch (RuntimeException defect) {
            LOG.log(Level.WARNING, "the lab failed to answer " + call.method() + " " + call.path(), defect);
            call.text(500, "lab: " + defect);
        }
    }
}
