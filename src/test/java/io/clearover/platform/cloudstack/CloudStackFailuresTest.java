package io.clearover.platform.cloudstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clearover.platform.DestinationSettings;
import io.clearover.platform.PlatformException;
import io.clearover.platform.TestServer;
import io.clearover.platform.TestServer.Reply;
import io.clearover.platform.UnansweredException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said when CloudStack, or what stands before it, does not do as it should. */
@Execution(ExecutionMode.CONCURRENT)
class CloudStackFailuresTest {

    private ScriptedCloudStack cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = new ScriptedCloudStack();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        TestServer.json(
                                431,
                                "{\"startvirtualmachineresponse\":{\"uuidList\":[],\"errorcode\":431,\"cserrorcode\":4350,\"errortext\":\"Snapshot could not be taken\"}}"),
                        "CloudStack API error 431 (CSExceptionErrorCode: 4350): Snapshot could not be taken"),
                Arguments.of(
                        TestServer.json(
                                401,
                                "{\"errorresponse\":{\"errorcode\":401,\"errortext\":\"unable to verify user credentials and/or request signature\"}}"),
                        "CloudStack API error 401 (CSExceptionErrorCode: 0): unable to verify user credentials and/or request signature"),
                Arguments.of(
                        TestServer.json(
                                200,
                                "{\"startvirtualmachineresponse\":{\"errorcode\":530,\"errortext\":\"Internal error\"}}"),
                        "CloudStack API error 530 (CSExceptionErrorCode: 0): Internal error"),
                Arguments.of(
                        TestServer.text(502, "text/html", "<html>\n<h1>502 Bad Gateway</h1>\n</html>"),
                        "CloudStack API did not answer startVirtualMachine with JSON (status 502; a proxy's answer?): <html> <h1>502 Bad Gateway</h1> </html>"),
                Arguments.of(
                        TestServer.text(
                                200,
                                "text/xml",
                                "<?xml version=\"1.0\"?><errorresponse><errorcode>401</errorcode></errorresponse>"),
                        "CloudStack API did not answer startVirtualMachine with JSON (status 200; a proxy's answer?): <?xml version=\"1.0\"?><errorresponse><errorcode>401</errorcode></errorresponse>"),
                Arguments.of(
                        TestServer.text(302, "text/html", ""),
                        "CloudStack API did not answer startVirtualMachine with JSON (status 302; a proxy's answer?): (empty answer)"),
                Arguments.of(
                        TestServer.json(503, "{\"message\":\"no upstream\"}"),
                        "CloudStack API returned status 503 for startVirtualMachine: {\"message\":\"no upstream\"}"),
                Arguments.of(
                        TestServer.json(200, "{\"hello\":\"world\"}"),
                        "CloudStack API returned status 200 for startVirtualMachine: {\"hello\":\"world\"}"),
                Arguments.of(
                        TestServer.json(200, "{\"startvirtualmachineresponse\":{}}"),
                        "CloudStack API answered startVirtualMachine without a job id"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_bad_answer_is_told_in_one_line(Reply answer, String message) {
        cloud.on("startVirtualMachine", answer);

        assertThatThrownBy(() -> cloud.platform().startVm("vm-1"))
                .isInstanceOf(PlatformException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                Arguments.of(
                        TestServer.drop(), "unexpected EOF: the connection was closed before the answer was complete"),
                Arguments.of(TestServer.hang(), "context deadline exceeded: no complete answer within 2s"),
                Arguments.of(TestServer.hangInBody(), "context deadline exceeded: no complete answer within 2s"),
                Arguments.of(TestServer.endless(), "the answer is larger than 100000 bytes"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void an_exchange_that_breaks_is_told_with_address_and_command(Reply answer, String how) {
        cloud.on("startVirtualMachine", answer);

        assertThatThrownBy(() -> cloud.platform().startVm("vm-1"))
                .isInstanceOf(UnansweredException.class)
                .hasMessageMatching(
                        "CloudStack API request failed: Post \"http://localhost:\\d+/client/api\" \\(startVirtualMachine\\): .*")
                .hasMessageEndingWith(how);
        assertThat(cloud.asked("startVirtualMachine"))
                .as("nobody could look whether it had been done")
                .hasSize(1);
    }

    @Test
    void a_refused_connection_is_told_as_such() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        DestinationSettings settings = ScriptedCloudStack.settings("http://user:pw@localhost:" + free + "/client/api");

        assertThatThrownBy(() -> ScriptedCloudStack.platform(settings).check())
                .isInstanceOf(PlatformException.class)
                .hasMessage("CloudStack API request failed: Post \"http://localhost:" + free
                        + "/client/api\" (listZones): connect: connection refused");
    }

    @Test
    void an_unknown_host_is_told_as_such() {
        DestinationSettings settings = ScriptedCloudStack.settings("http://no-such-host.invalid/client/api");

        assertThatThrownBy(() -> ScriptedCloudStack.platform(settings).check())
                .hasMessage(
                        "CloudStack API request failed: Post \"http://no-such-host.invalid/client/api\" (listZones):"
                                + " lookup: no such host");
    }

    @Test
    void an_address_that_is_none_is_told_without_repeating_it() {
        for (String address : new String[] {"", "ftp://u:pw@h/", "no address pw", "http:///pw", "/pw"}) {
            assertThatThrownBy(() -> ScriptedCloudStack.platform(ScriptedCloudStack.settings(address))
                            .check())
                    .isInstanceOf(PlatformException.class)
                    .hasMessage("api_url of the active row in ossea_configs is not an http or https address");
        }
    }

    @Test
    void an_empty_key_is_told_as_such() {
        DestinationSettings settings =
                new DestinationSettings("cloud", "http://localhost/", "key", " ", "z", "t", "o", null);

        assertThatThrownBy(() -> ScriptedCloudStack.platform(settings).check())
                .hasMessage("secret_key of the active row in ossea_configs is empty");
        assertThatThrownBy(() -> ScriptedCloudStack.platform(settings).applianceVmId())
                .hasMessage("no appliance VM id (oma_vm_id) is configured in the active row of ossea_configs");
    }

    @Test
    void no_secret_shows_even_when_the_other_side_repeats_the_whole_request() throws IOException {
        try (TestServer echo = new TestServer(request -> TestServer.text(500, "text/html", request.body()))) {
            DestinationSettings settings = ScriptedCloudStack.settings(echo.url());

            Throwable failure =
                    catchThrowable(() -> ScriptedCloudStack.platform(settings).check());

            String signature = echo.requests().get(0).fields().get("signature");
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString())
                    .contains("apiKey=***", "signature=***")
                    .doesNotContain(ScriptedCloudStack.API_KEY, ScriptedCloudStack.SECRET_KEY, signature);
        }
    }

    @Test
    void an_interrupted_wait_ends_at_once_and_stays_interrupted() {
        PollPolicy pollPolicy = new PollPolicy(Duration.ofMinutes(1), Duration.ofMinutes(5));
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(() -> pollPolicy.await("it", Optional::empty));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure)
                .isInstanceOf(PlatformException.class)
                .hasMessage("interrupted while waiting for it to complete");
    }

    @Test
    void an_interrupted_exchange_ends_at_once_and_stays_interrupted() {
        cloud.on("listZones", TestServer.hang());
        Thread.currentThread().interrupt();

        Throwable asked = catchThrowable(() -> cloud.platform().check());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(asked)
                .isInstanceOf(PlatformException.class)
                .hasMessageEndingWith("interrupted while waiting for the answer");
    }
}
