package io.clearover.explain.matching;

/** How much a match of a cause tells. A higher rank wins over a lower one wherever the two stand in the text. */
public enum MatchRank {
    /** Says what failed, not why: the words with which programs wrap a cause. */
    SYMPTOM,
    /** Says little about why, such as an exit code or an error number. */
    BROAD,
    /** Names a cause. */
    SPECIFIC
}
