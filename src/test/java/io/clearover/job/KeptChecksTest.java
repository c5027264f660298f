package io.clearover.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What is kept of checks fits into the job's document, however much was found. */
class KeptChecksTest {

    /** Characters of the longest document that readers read. */
    private static final int LONGEST_DOCUMENT = 65_536;

    @Test
    void the_most_that_can_be_found_leaves_the_document_readable() {
        String longest = "x".repeat(5000);
        KeptFinding finding =
                new KeptFinding("service-offering", "destination", "offering", true, null, longest, Instant.EPOCH);
        KeptLeftover leftover = new KeptLeftover("attachment", "v".repeat(255), 200, "destination", longest);
        KeptChecks found = new KeptChecks(
                Instant.EPOCH, Collections.nCopies(1000, finding), Collections.nCopies(1000, leftover), true);

        String document =
                JobMetadataBuilder.builder().failureChecks(found).build().toJson();

        assertThat(document).hasSizeLessThan(LONGEST_DOCUMENT - 5000);
        assertThat(JobMetadata.of(document).failureChecks()).isEqualTo(found);
    }

    @Test
    void a_document_without_checks_has_none() {
        assertThat(JobMetadata.of("{\"context_id\": \"ctx\"}").failureChecks()).isNull();
    }

    @Test
    void what_is_missing_in_a_document_is_empty() {
        KeptChecks read =
                JobMetadata.of("{\"failure_checks\": {\"findings\": [null]}}").failureChecks();

        assertThat(read.findings()).isEmpty();
        assertThat(read.leftBehind()).isEmpty();
        assertThat(read.allSeen()).isFalse();
    }
}
