package io.clearover.failover.rest;

import io.clearover.web.BodyLimits;
import io.clearover.web.RequestReader;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody found when testing a VM that a test failover made. */
@Schema(description = "What the test of a test failover has shown")
record TestOutcomeRequest(
        @Schema(
                        description = "What the test has shown",
                        required = true,
                        enumeration = {"passed", "problems"})
                String result,
        @Schema(description = "In your own words", minLength = 1, maxLength = 2000) String note) {

    /** @throws io.clearover.web.ProblemException (400) naming each field that is wrong */
    static TestOutcomeRequest of(InputStream body) {
        RequestReader reader =
                new RequestReader(body, BodyLimits.ONE, "send a JSON object with result, and note if there is one");
        TestOutcomeRequest request = reader.read(TestOutcomeRequest.class);
        reader.check();
        return request;
    }
}
