package io.clearover.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.job.TestOutcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document of a summary, and what the column may hold instead. */
class LastOperationTest {

    private final LastOperation.Column column = new LastOperation.Column();

    @Test
    void what_is_written_is_read_again() {
        LastOperation written = LastOperationBuilder.builder()
                .version(LastOperation.VERSION)
                .jobId("467feb86-5489-4b82-b75d-77eb940c52d5")
                .status("failed")
                .progress(40.0)
                .actionableSteps(List.of("Verify that the VM is Windows-based."))
                .actions(List.of("roll_back"))
                .retryable(false)
                .testOutcome(new TestOutcome("passed", null, "operator", Instant.parse("2025-10-03T14:24:00Z")))
                .build();

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(written)))
                .isEqualTo(written);
    }

    @Test
    void what_is_not_known_is_left_out() {
        LastOperation operation = LastOperationBuilder.builder().jobId("a job").build();

        assertThat(column.convertToDatabaseColumn(operation))
                .contains("\"job_id\":\"a job\"")
                .doesNotContain("null", "failed_step_internal", "test_outcome");
    }

    @Test
    void lists_that_a_document_does_not_have_are_empty() {
        LastOperation read = column.convertToEntityAttribute("{\"job_id\": \"old\", \"a later field\": {}}");

        assertThat(read.jobId()).isEqualTo("old");
        assertThat(read.actions()).isEmpty();
        assertThat(read.actionableSteps()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "nonsense", "{", "[1, 2]", "42", "null", "{\"job_id\": [1]}", "{\"progress\": \"much\"}"})
    void what_is_no_such_document_is_no_summary(String document) {
        assertThat(column.convertToEntityAttribute(document)).isNull();
    }

    @Test
    void a_document_without_an_end_in_sight_is_no_summary() {
        assertThat(column.convertToEntityAttribute("{\"job_id\": ".repeat(100_000)))
                .isNull();
    }
}
