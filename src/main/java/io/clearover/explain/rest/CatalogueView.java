package io.clearover.explain.rest;

import io.clearover.explain.catalogue.TypicalDuration;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * What is known: why operations fail, and the steps they have.
 *
 * @param causes by category, then slug
 * @param steps about in the order in which operations have them
 */
public record CatalogueView(List<CauseView> causes, List<StepView> steps) {

    /**
     * Why an operation can fail, in the words for no step and operation in particular.
     *
     * @param cause its slug
     * @param category compatibility, network, storage, platform, connectivity or configuration
     * @param severity info, warning, error or critical
     * @param userMessage what failed
     * @param reason why
     * @param actionableSteps what to do, most helpful first
     * @param retryable whether the same operation would probably succeed when just run again later
     * @param documentation the path of the cause's section in the documentation; null for a cause in the operator's own
     *     words
     */
    public record CauseView(
            String cause,
            String category,
            String severity,
            String userMessage,
            String reason,
            List<String> actionableSteps,
            boolean retryable,
            String documentation) {}

    /**
     * A step of an operation.
     *
     * @param slug its neutral name
     * @param category setup, execution or cleanup
     * @param typicalSeconds how long it usually takes; null for the step that stands for all unknown ones
     * @param names its technical names; for admins alone, absent for others
     */
    public record StepView(
            String slug,
            String displayName,
            String category,
            String description,
            TypicalSeconds typicalSeconds,
            @JsonbNillable(false) List<String> names) {}

    /**
     * How long a step usually takes, in seconds.
     *
     * @param from the least
     * @param to the most
     */
    public record TypicalSeconds(long from, long to) {

        static TypicalSeconds of(TypicalDuration typical) {
            return new TypicalSeconds(typical.from().toSeconds(), typical.to().toSeconds());
        }
    }
}
