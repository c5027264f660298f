package io.clearover.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Stands in for the appliance's driver tool: {@code DriverTool LAB_URL DEVICE JOB_ID}. It lets the lab do the work, prints
 * what the real tool prints, takes its time, and exits with 0 or 1. It needs nothing but the JDK, so that the folder of
 * test classes is all of its class path.
 */
public final class DriverTool {

    private static final int BATCH = 20;

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

    private static List<String> ask(String labUrl, String device, String job) throws IOException, InterruptedException {
        URI address = URI.create("%s/lab/driver?device=%s&job=%s"
                .formatted(labUrl, URLEncoder.encode(device, StandardCharsets.UTF_8), job));
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the lab answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().lines().toList();
    }

    /** The real tool tells its phases on its output, and what it does within them on its error output. */
    private void print(List<String> lines, Duration whole) throws InterruptedException {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            (line.matches("\\[ *\\d+\\.\\d\\] .*") ? out : log).println(line);
            if (i % BATCH == BATCH - 1) {
                Thread.sleep(whole.toMillis() * BATCH / lines.size());
            }
        }
    }
}
