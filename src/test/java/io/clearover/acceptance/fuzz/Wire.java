package io.clearover.acceptance.fuzz;

import io.clearover.acceptance.fuzz.Answer.End;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends bytes to a port of this machine, each request over a connection of its own, and reads the answer. Java's own client
 * would refuse to send most of what is sent here. Thread-safe.
 */
final class Wire implements AutoCloseable {

    /** Far longer than any answer takes. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A stream that says nothing for so long has said enough. */
    private static final Duration STREAM_LIMIT = Duration.ofMillis(300);

    private final int port;
    private final ExecutorService senders = Executors.newCachedThreadPool();

    Wire(int port) {
        this.port = port;
    }

    /**
     * @param ends whether nothing more is going to be sent, so that a server that waits for more needn't
     */
    Answer ask(byte[] request, boolean ends, boolean head) {
        try (Socket socket = new Socket()) {
            // closed at once on both sides: thousands of closed connections would use up the ports
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) LIMIT.toMillis());
            socket.setSoTimeout((int) LIMIT.toMillis());
            // while the answer is read: a server may answer before it has read all, and then read no more
            senders.execute(() -> send(socket, request, ends));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            return new AnswerReader(in, () -> socket.setSoTimeout((int) STREAM_LIMIT.toMillis())).read(head);
        } catch (SocketTimeoutException silence) {
            return Answer.without(End.SILENT);
        } catch (IOException broken) {
            return Answer.without(End.CLOSED);
        }
    }

    private static void send(Socket socket, byte[] request, boolean ends) {
        try {
            socket.getOutputStream().write(request);
            if (ends) {
                socket.shutdownOutput();
            }
        } catch (IOException answered) {
            // who reads sees what came of it
        }
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
