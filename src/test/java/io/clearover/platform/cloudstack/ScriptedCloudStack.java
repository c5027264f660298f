package io.clearover.platform.cloudstack;

import io.clearover.platform.CallPermit;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.TestServer;
import io.clearover.platform.TestServer.Reply;
import io.clearover.platform.TestServer.Request;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server that answers each command with what the test has laid out for it; the last answer is given again and again. */
final class ScriptedCloudStack implements AutoCloseable {

    static final String API_KEY = "the-api-key";
    static final String SECRET_KEY = "the-secret-key";
    static final Instant NOW = Instant.parse("2025-10-03T14:22:00Z");
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(2);
    static final Duration JOB_LIMIT = Duration.ofMillis(2500);
    static final CallRetry RETRIES = new CallRetry(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofSeconds(2));

    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final TestServer server = new TestServer(this::next);

    ScriptedCloudStack() throws IOException {}

    ScriptedCloudStack on(String command, Reply... replies) {
        script.put(command, new ArrayDeque<>(Arrays.asList(replies)));
        return this;
    }

    ScriptedCloudStack on(String command, String... answers) {
        return on(
                command,
                Arrays.stream(answers).map(each -> TestServer.json(200, each)).toArray(Reply[]::new));
    }

    /** The command starts a job that runs for one look and then ends with this result. */
    ScriptedCloudStack onJob(String command, String result) {
        on(command, "{\"" + command.toLowerCase() + "response\":{\"jobid\":\"j-1\"}}");
        return on("queryAsyncJobResult", job(0, "{}"), job(1, result));
    }

    /** As if nothing that is asked for had been done: everything is there, and neither as before nor as after. */
    ScriptedCloudStack nothingDone() {
        return on("listVolumes", TestReplies.volume("vm-3", "Ready"))
                .on(
                        "listSnapshots",
                        "{\"listsnapshotsresponse\":{\"snapshot\":[{\"id\":\"s-1\",\"name\":\"other\",\"volumeid\":\"vol-1\",\"state\":\"BackedUp\"}]}}")
                .on("listVirtualMachines", TestReplies.vm("other", "Paused"))
                .on("listZones", "{\"listzonesresponse\":{\"zone\":[{\"id\":\"zone1\"}]}}")
                .on(
                        "listServiceOfferings",
                        "{\"listserviceofferingsresponse\":{\"serviceoffering\":[{\"id\":\"offering-1\"}]}}")
                .on("listTemplates", "{\"listtemplatesresponse\":{\"template\":[{\"id\":\"tmpl-1\"}]}}");
    }

    static String job(int status, String result) {
        return "{\"queryasyncjobresultresponse\":{\"jobid\":\"j-1\",\"jobstatus\":%d,\"jobresult\":%s}}"
                .formatted(status, result);
    }

    /** Soon gives up to try again. */
    CloudStackPlatform platform() {
        return platform(settings(server.url() + "/client/api"));
    }

    /** Waits and tries again for so long that a slow machine is no reason to give up. */
    CloudStackPlatform patientPlatform() {
        return platform(
                settings(server.url() + "/client/api"),
                Duration.ofSeconds(10),
                new CallRetry(Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofSeconds(30)));
    }

    static CloudStackPlatform platform(DestinationSettings settings) {
        return platform(settings, REQUEST_LIMIT, RETRIES);
    }

    private static CloudStackPlatform platform(DestinationSettings settings, Duration requestLimit, CallRetry retry) {
        HttpExchange exchange = new HttpExchange(Duration.ofSeconds(2), 100_000, CallPermit.ALWAYS);
        return new CloudStackPlatform(new CloudStackClient(
                () -> settings,
                new Transport(exchange, requestLimit),
                new PollPolicy(Duration.ofMillis(10), JOB_LIMIT),
                retry,
                Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    static DestinationSettings settings(String apiUrl) {
        return new DestinationSettings(
                "cloud", apiUrl, API_KEY, SECRET_KEY, "zone1", "tmpl-1", "offering-1", "appliance-vm");
    }

    List<Request> requests() {
        return server.requests();
    }

    /** The fields of each request of this command. */
    List<Map<String, String>> asked(String command) {
        return requests().stream()
                .map(Request::fields)
                .filter(fields -> command.equals(fields.get("command")))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Reply next(Request request) {
        String command = request.fields().getOrDefault("command", "");
        Deque<Reply> replies = script.get(command);
        if (replies == null) {
            return TestServer.json(432, "{\"errorresponse\":{\"errorcode\":432,\"errortext\":\"no " + command + "\"}}");
        }
        return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
    }
}
