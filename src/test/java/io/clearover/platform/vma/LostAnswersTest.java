package io.clearover.platform.vma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.platform.CallPermit;
import io.clearover.platform.PlatformException;
import io.clearover.platform.SourceRef;
import io.clearover.platform.TestServer;
import io.clearover.platform.TestServer.Reply;
import io.clearover.platform.UnansweredException;
import io.clearover.platform.http.CallRetry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter asks, and how often, when the source appliance does not answer or refuses. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersTest {

    private static final SourceRef WEB01 = new SourceRef("uuid-1", "web01", "/DC1/vm/web01", "vc1", "DC1");
    private static final Reply BAD_GATEWAY = TestServer.text(502, "text/plain", "Bad Gateway");
    private static final Reply PAGE = TestServer.text(500, "text/html", "<html>Oops</html>");
    private static final Reply REFUSAL = TestServer.text(500, "text/plain", "vCenter connection failed");
    private static final Reply NOT_FOUND = TestServer.text(404, "text/plain", "no such job");

    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private TestServer server;
    private VmaAppliance appliance;
    private VmaAppliance patient;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(request -> next(call(request.path())));
        appliance = appliance(Duration.ofSeconds(2));
        patient = appliance(Duration.ofSeconds(30));
    }

    private VmaAppliance appliance(Duration limit) {
        return new VmaAppliance(
                server.url(),
                Optional.of("user"),
                Optional.of("password"),
                "http://appliance:8082",
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                new CallRetry(Duration.ofMillis(10), Duration.ofMillis(40), limit),
                CallPermit.ALWAYS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("discover", "{\"vms\":[{\"id\":\"uuid-1\"}]}", source -> source.discover(WEB01)),
                read("power-state", power("poweredOn"), source -> source.powerState(WEB01)),
                read("job-1", "{\"status\":\"Streaming\"}", source -> source.progress("job-1")));
    }

    private static Arguments read(String call, String good, Consumer<VmaAppliance> read) {
        return Arguments.of(call, good, read);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_reading_call_survives_broken_answers(String call, String good, Consumer<VmaAppliance> read) {
        on(call, TestServer.drop(), BAD_GATEWAY, PAGE, TestServer.json(200, good));

        read.accept(patient);

        assertThat(asked(call)).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_reading_call_is_given_up_at_the_limit(String call, String good, Consumer<VmaAppliance> read) {
        on(call, TestServer.drop());
        Instant started = Instant.now();

        assertThatThrownBy(() -> read.accept(appliance))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("unexpected EOF");

        assertThat(Duration.between(started, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void a_reading_call_that_is_refused_is_not_repeated(String call, String good, Consumer<VmaAppliance> read) {
        on(call, REFUSAL);

        assertThatThrownBy(() -> read.accept(appliance)).isInstanceOf(ApplianceError.class);

        assertThat(asked(call)).isEqualTo(1);
    }

    @Test
    void a_check_is_asked_once_because_it_has_to_say_how_things_are_now() {
        on("health", BAD_GATEWAY);

        assertThatThrownBy(appliance::check).isInstanceOf(UnansweredException.class);

        assertThat(asked("health")).isEqualTo(1);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("power-off", source -> source.shutDown(WEB01, Duration.ofMinutes(5))),
                change("power-on", source -> source.powerOn(WEB01)),
                change("replicate", source -> source.startReplication(WEB01, "job-1", List.of())));
    }

    private static Arguments change(String call, Consumer<VmaAppliance> change) {
        return Arguments.of(call, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_is_refused_is_not_repeated(String call, Consumer<VmaAppliance> change) {
        nothingDone();
        on(call, REFUSAL);

        assertThatThrownBy(() -> change.accept(appliance))
                .isInstanceOf(PlatformException.class)
                .isNotInstanceOf(UnansweredException.class)
                .hasMessageEndingWith(" API returned status 500: vCenter connection failed");

        assertThat(asked(call)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_is_never_answered_is_given_up_at_the_limit(String call, Consumer<VmaAppliance> change) {
        nothingDone();
        on(call, TestServer.drop());
        Instant started = Instant.now();

        assertThatThrownBy(() -> change.accept(appliance))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("/" + call + "\": unexpected EOF");

        assertThat(Duration.between(started, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
        assertThat(asked(call)).isBetween(2L, 100L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"hello\":\"world\"}"})
    void an_answer_that_does_not_say_whether_it_was_done_is_looked_behind(String rubbish) {
        on("power-off", TestServer.json(200, rubbish));
        on("power-state", TestServer.json(200, power("poweredOff")));

        patient.powerOff(WEB01);

        assertThat(asked("power-off")).isEqualTo(1);
    }

    @Test
    void a_refusal_right_after_a_lost_answer_is_looked_at() {
        on("power-off", TestServer.drop(), REFUSAL);
        on(
                "power-state",
                TestServer.json(200, power("poweredOn")),
                TestServer.json(200, power("poweredOn")),
                TestServer.json(200, power("poweredOff")));

        patient.shutDown(WEB01, Duration.ofMinutes(5));

        assertThat(asked("power-off")).isEqualTo(2);
    }

    @Test
    void a_shutdown_that_is_refused_after_a_lost_request_may_be_under_way() {
        nothingDone();
        on("power-off", TestServer.drop(), REFUSAL);

        assertThatThrownBy(() -> patient.shutDown(WEB01, Duration.ofMinutes(5)))
                .isInstanceOf(UnansweredException.class)
                .hasMessageContaining("/power-off\": unexpected EOF");

        assertThat(asked("power-off")).isEqualTo(2);
    }

    @Test
    void a_shutdown_whose_time_is_over_is_not_asked_for_again() {
        nothingDone();
        Duration limit = Duration.ofMillis(200);
        on("power-off", TestServer.dropAfter(limit));

        assertThatThrownBy(() -> patient.shutDown(WEB01, limit)).isInstanceOf(UnansweredException.class);

        assertThat(asked("power-off")).isEqualTo(1);
    }

    /** The VM stays as it is, and no replication is known. */
    private void nothingDone() {
        on("power-state", TestServer.json(200, power("suspended")));
        on("job-1", NOT_FOUND);
    }

    private static String power(String state) {
        return "{\"power_state\":\"" + state + "\"}";
    }

    private void on(String call, Reply... replies) {
        script.put(call, new ArrayDeque<>(Arrays.asList(replies)));
    }

    private long asked(String call) {
        return server.requests().stream()
                .filter(request -> call(request.path()).equals(call))
                .count();
    }

    private static String call(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last reply is given again and again. */
    private synchronized Reply next(String call) {
        Deque<Reply> replies = script.get(call);
        return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
    }
}
