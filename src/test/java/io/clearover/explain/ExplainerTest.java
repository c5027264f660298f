package io.clearover.explain;

import static io.clearover.explain.Fixtures.EXPLAINER;
import static io.clearover.explain.Fixtures.explain;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.RollbackNeed;
import io.clearover.explain.catalogue.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
    private static final String CAPACITY = "Unable to start a VM due to insufficient capacity";

    @Test
    void the_innermost_cause_decides_not_what_wraps_it() {
        Explanation explanation = explain(
                "vm-startup-and-validation",
                "test VM did not reach Running: context deadline exceeded (last job: {\"errortext\":\"" + CAPACITY
                        + "\"})");

        assertThat(explanation.cause()).isEqualTo("insufficient-capacity");
    }

    @Test
    void the_last_caused_by_of_a_stack_trace_decides() {
        Explanation explanation = explain(
                "status-update",
                """
                jakarta.ws.rs.ProcessingException: RESTEASY004655: Unable to invoke request
                \tat org.example.Client.invoke(Client.java:345)
                Caused by: java.util.concurrent.TimeoutException
                \t... 12 more
                Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed
                \tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)
                """);

        assertThat(explanation.cause()).isEqualTo("certificate-not-trusted");
    }

    @Test
    void the_last_error_of_long_tool_output_decides() {
        String output = "libguestfs: trace: launch = 0\nvirt-v2v-in-place: warning: connection refused\n"
                + "[   0.0] Setting up the source: -i disk /dev/vdb\n".repeat(2000)
                + "virt-v2v-in-place: error: libguestfs error: cryptsetup_open: could not find\nkey to open LUKS encrypted"
                + " /dev/sda3\n" + "rm -rf -- '/var/tmp/null.xyz'\n".repeat(500);

        assertThat(explain("virtio-driver-injection", output).cause()).isEqualTo("vm-encrypted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobresult\":{\"errorcode\":530,\"errortext\":\"Unable to start a VM due to insufficient capacity\"}}",
                "{\"error\":\"{\\\"errortext\\\":\\\"Unable to start a VM due to\\\\ninsufficient\\\\u0020capacity\\\"}\"}",
                "UNABLE TO START A VM DUE TO INSUFFICIENT CAPACITY",
                "\u001b[31mERROR\u001b[0m Unable to start a VM due to \u001b[1;33minsufficient\u001b[0m capacity",
                "Unable to start a VM due to insufficient\n      capacity",
                "Unable to start a VM due to insufficient capaci"
            })
    void encodings_colours_case_line_breaks_and_cuts_do_not_hide_the_cause(String error) {
        assertThat(explain("vm-startup-and-validation", error).cause()).isEqualTo("insufficient-capacity");
    }

    @Test
    void the_step_breaks_the_tie_of_a_text_that_fits_several_causes() {
        String timeout = "timeout waiting for operation 77aa to complete after 5m0s";

        assertThat(explain("volume-attachment", timeout).category()).isEqualTo(Category.STORAGE);
        assertThat(explain("vm-creation", timeout).category()).isEqualTo(Category.PLATFORM);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n\t ", "operation failed", "???", "\\", "\u001b["})
    void without_a_cause_the_step_gives_its_generic_answer(String error) {
        Explanation explanation = explain("volume-attachment", error);

        assertThat(explanation.cause()).isEqualTo(Explanation.UNRECOGNIZED);
        assertThat(explanation.userMessage()).isEqualTo("Storage attachment failed");
        assertThat(explanation.category()).isEqualTo(Category.STORAGE);
        assertThat(explanation.actionableSteps()).isNotEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "foo-bar-baz", "/dev/vdb"})
    void outside_any_known_step_the_operation_says_what_failed(String step) {
        assertThat(EXPLAINER.explain(step, OperationType.ROLLBACK, "???").userMessage())
                .isEqualTo("Rollback failed");
        assertThat(EXPLAINER.explain(step, null, null).userMessage()).isEqualTo("Operation failed");
        assertThat(EXPLAINER.explain(step, null, CAPACITY).userMessage())
                .isEqualTo("Operation failed - not enough free resources");
    }

    @Test
    void an_operation_whose_server_died_is_explained_as_interrupted() {
        Explanation explanation = explain(
                "volume-attachment", "interrupted: the server process that ran this job ended before the job did");

        assertThat(explanation.cause()).isEqualTo("interrupted");
        assertThat(explanation.retryable()).isTrue();
        assertThat(explanation.actionableSteps()).startsWith("Start the test failover again.");
    }

    @Test
    void every_kind_of_step_has_a_next_step_for_every_cause_and_operation() {
        for (Cause cause : Fixtures.CATALOGUE.causes()) {
            for (StepKind kind : Fixtures.CATALOGUE.kinds().values()) {
                for (OperationType operation : operations()) {
                    MessageSelector selector =
                            new MessageSelector(Fixtures.CATALOGUE.texts(), kind, FailedOperation.of(operation));
                    assertThat(selector.actions(cause))
                            .as("%s in %s", cause.id(), kind.id())
                            .isNotEmpty();
                    assertThat(selector.genericActions()).as(kind.id()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void advice_offers_to_go_on_without_the_source_only_where_that_is_possible() {
        String refused = "SNA discovery request failed: dial tcp [::1]:9081: connect: connection refused";
        String offer = "Or start the test failover with \"Final synchronization\" switched off."
                + " It then uses the last replicated copy.";

        assertThat(EXPLAINER
                        .explain("final-sync", OperationType.TEST_FAILOVER, refused)
                        .actionableSteps())
                .contains(offer);
        assertThat(Stream.of(OperationType.LIVE_FAILOVER, OperationType.ROLLBACK, OperationType.REPLICATION, null)
                        .flatMap(operation ->
                                EXPLAINER.explain("final-sync", operation, refused).actionableSteps().stream()))
                .noneMatch(step -> step.contains("Final synchronization"));
    }

    @Test
    void advice_says_to_roll_back_first_where_a_failed_test_left_something_behind() {
        assertThat(explain("vm-creation", CAPACITY).actionableSteps()).noneMatch(step -> step.contains("oll back"));
        assertThat(EXPLAINER
                        .explain(
                                "vm-creation",
                                FailedOperation.of(OperationType.TEST_FAILOVER, RollbackNeed.ALWAYS),
                                CAPACITY,
                                Locale.ENGLISH)
                        .actionableSteps())
                .anyMatch(step -> step.contains("Roll back, then start the test failover again."));
        assertThat(EXPLAINER.explain("test-vm-deletion", null, CAPACITY).actionableSteps())
                .anyMatch(step -> step.contains("Start the rollback again."));
    }

    private static List<OperationType> operations() {
        return Stream.concat(Arrays.stream(OperationType.values()), Stream.of((OperationType) null))
                .toList();
    }
}
