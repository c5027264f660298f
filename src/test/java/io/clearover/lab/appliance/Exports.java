package io.clearover.lab.appliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The appliance's export service: it greets as an NBD server does, and exports nothing. Listens on the loopback address. */
public final class Exports {

    private static final byte[] GREETING = "NBDMAGICIHAVEOPT\0\3".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BACKLOG = 16;

    private int port;
    private ServerSocket door;
    private Thread greeter;

    /** Begins to listen, where it did before if it did. */
    public synchronized void open() {
        if (door != null) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            door = opened;
            port = opened.getLocalPort();
            greeter = new Thread(() -> greet(opened), "lab-exports");
            greeter.setDaemon(true);
            greeter.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the lab's export service", e);
        }
    }

    /** Where it listens, as {@code host:port}; only after it was opened. */
    public synchronized String address() {
        return "localhost:" + port;
    }

    /** Nobody listens any more when this returns: while somebody waits for guests, the system still lets one in. */
    public synchronized void close() {
        try {
            if (door != null) {
                door.close();
                door = null;
                greeter.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lab's export service", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void greet(ServerSocket opened) {
        while (!opened.isClosed()) {
            try (Socket guest = opened.accept()) {
                guest.getOutputStream().write(GREETING);
            } catch (IOException closedOrGone) {
                // the next one, if there is one
            }
        }
    }
}
