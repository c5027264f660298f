package io.clearover.explain.catalogue;

import io.clearover.explain.facts.FactNeeds;
import io.clearover.explain.matching.CausePattern;
import io.clearover.explain.matching.CauseRule;
import io.clearover.explain.matching.MatchRank;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Why an operation can fail: one entry of the catalogue, without its human texts.
 *
 * @param id its slug
 * @param category where it lies
 * @param severity how bad it is
 * @param retryable whether the same operation would probably succeed when just run again later
 * @param quickActions what the advice on it speaks of
 * @param rank how much a match of its patterns tells
 * @param needs the facts that a raw error must tell for it
 * @param patterns by which it is known in a raw error; at least one
 * @param examples raw errors that it explains; at least one
 * @param counterExamples raw errors that must not be taken for it
 */
public record Cause(
        String id,
        Category category,
        Severity severity,
        boolean retryable,
        AdvisedActions quickActions,
        MatchRank rank,
        FactNeeds needs,
        List<CausePattern> patterns,
        List<ErrorExample> examples,
        List<ErrorExample> counterExamples) {

    /** Stands in the place of a cause's slug where no cause is recognised. */
    public static final String UNRECOGNIZED = "unrecognized";

    /** One for each pattern, in their order. */
    List<CauseRule> rules() {
        return IntStream.range(0, patterns.size())
                .mapToObj(index -> new CauseRule(id, index + 1, rank, patterns.get(index)))
                .toList();
    }
}
