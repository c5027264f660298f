package io.clearover.lab.fault;

import com.sun.net.httpserver.HttpExchange;
import io.clearover.lab.http.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Sends an answer byte by byte, spread over the fault's delay. */
record Dribble(ArmedFault fault) implements Delivery {

    @Override
    public void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        Duration whole = fault.fault().delay();
        long begin = System.nanoTime();
        for (int i = 0; i < body.length; i++) {
            long due = begin + whole.toNanos() * i / body.length;
            fault.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            out.write(body[i]);
            out.flush();
        }
        exchange.close();
    }
}
