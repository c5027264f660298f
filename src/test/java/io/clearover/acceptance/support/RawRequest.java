package io.clearover.acceptance.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A request byte by byte, which Java's own client would refuse to send, or to send from another address of this machine. */
public final class RawRequest {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;
    private final String line;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = {};
    private String source = "127.0.0.1";

    /** @param line such as {@code GET /health HTTP/1.1} */
    public RawRequest(String server, String line) {
        this.server = URI.create(server);
        this.line = line;
    }

    public RawRequest with(String header, String value) {
        headers.add(header + ": " + value);
        return this;
    }

    /** Signed in with HTTP Basic. */
    public RawRequest as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public RawRequest json(String json) {
        return with("Content-Type", "application/json").body(json.getBytes(StandardCharsets.UTF_8));
    }

    public RawRequest body(byte[] bytes) {
        body = bytes;
        return with("Content-Length", String.valueOf(bytes.length));
    }

    /** @param address of the loopback network, such as 127.0.0.7 */
    public RawRequest from(String address) {
        source = address;
        return this;
    }

    /** What came back. */
    public record Answer(int status, String head, String body) {

        /** A header's value; empty if it is not there. */
        public String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    public Answer send() {
        try (Socket socket = open()) {
            return answer(socket);
        } catch (IOException e) {
            throw new AssertionError(line + " got no answer", e);
        }
    }

    /** Sends it and leaves the connection open. */
    public Socket open() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        return socket;
    }

    private String head() {
        boolean named = headers.stream().anyMatch(header -> header.startsWith("Host:"));
        return line + "\r\n" + (named ? "" : "Host: " + server.getAuthority() + "\r\n") + "Connection: close\r\n"
                + String.join(
                        "", headers.stream().map(header -> header + "\r\n").toList()) + "\r\n";
    }

    /** Reads until the server closes the connection. */
    public static Answer answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no head: " + all);
        }
        return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
    }
}
