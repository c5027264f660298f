package io.clearover.explain.facts;

/**
 * What a raw error tells.
 *
 * @param side where the fault is; null where the text doesn't tell
 * @param object what it is about; null where the text doesn't tell
 * @param condition what is wrong with it; null where the text doesn't tell
 * @param evidence the part of the raw text that decided; null if nothing is known
 */
public record Facts(Side side, FaultObject object, Condition condition, String evidence) {

    /** Of a text that tells nothing. */
    public static final Facts NONE = new Facts(null, null, null, null);

    /** Whether what went wrong is known in part at least; a side alone says nothing. */
    public boolean tell() {
        return object != null || condition != null;
    }
}
