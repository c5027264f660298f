package io.clearover.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Stands in for the appliance's driver tool: {@code DriverTool LAB_URL DEVICE JOB_ID}. It lets the lab do the work, prints
 * what the real tool prints, takes its time, and exits with 0 or 1. It needs nothing but the JDK, so that the folder of
 * test classes is all of its class path.
 */
public final class DriverTool {

    private static final int BATCH = 20;
    private static final Pattern PHASE = Pattern.compile("\\[ *\\d+\\.\\d\\] .*");
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final PrintStream out;
    private final PrintStream log;

    DriverTool(PrintStream out, PrintStream log) {
        this.out = out;
        this.log = log;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new DriverTool(System.out, System.err).run(List.of(arguments)));
    }

    /** Does what the command line asks for; answers the exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 3 || !arguments.get(2).matches("[A-Za-z0-9_-]+")) {
            log.println("Usage: LAB_URL DEVICE JOB_ID");
            return 1;
        }
        List<String> answer = ask(arguments.get(0), arguments.get(1), arguments.get(2));
        String[] head = answer.get(0).split(" ");
        print(answer.subList(1, answer.size()), Duration.ofMillis(Long.parseLong(head[1])));
        return Integer.parseInt(head[0]);
    }

    /** Over a plain socket: the JDK's HTTP client costs more to load than all the rest of a run. */
    private static List<String> ask(String labUrl, String device, String job) throws IOException {
        URI lab = URI.create(labUrl);
        String request = "POST /lab/driver?device=" + URLEncoder.encode(device, StandardCharsets.UTF_8) + "&job=" + job
                + " HTTP/1.1\r\nHost: " + lab.getAuthority() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(lab.getHost(), lab.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf(END_OF_HEAD);
            if (!answer.startsWith("HTTP/1.1 200 ") || body < 0) {
                throw new IOException("the lab answered " + answer);
            }
            return answer.substring(body + END_OF_HEAD.length()).lines().toList();
        }
    }

    /** The real tool tells its phases on its output, and what it does within them on its error output. */
    private void print(List<String> lines, Duration whole) throws InterruptedException {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            (PHASE.matcher(line).matches() ? out : log).println(line);
            if (i % BATCH == BATCH - 1) {
                Thread.sleep(whole.toMillis() * BATCH / lines.size());
            }
        }
    }
}
