package io.clearover.explain;

import java.util.List;

/** Why an operation can fail: one entry of the catalogue, without its human texts. */
record Cause(
        String id,
        Category category,
        Severity severity,
        boolean retryable,
        Rank rank,
        List<CausePattern> patterns,
        List<Example> examples,
        List<Example> counterExamples) {}
