package io.clearover.explain.facts;

/**
 * What a phrase says. A condition without an object needs one near it; an object without a condition is what others bind to.
 *
 * @param role what the phrase is for
 * @param object null if it says none
 * @param condition null if it says none
 * @param side null if it says none
 * @param weight how much it tells: 1 for a symptom, which other things cause, or a weak sign; 2 for what names a cause, or a
 *     strong sign; 3 for an object that is said without its condition, 4 if a symptom beside it is its consequence
 * @param binding where the object of a condition stands
 */
record Meaning(Role role, FaultObject object, Condition condition, Side side, int weight, Binding binding) {

    /** What a phrase is for. */
    enum Role {
        /** Says what is wrong, or what it is about. */
        FACT,
        /** Tells only the side. */
        SIGN,
        /** What follows failed afterwards, such as the cleanup. */
        AFTERWARDS,
        /** A sentence or clause begins that advises or supposes: what it names went not wrong. */
        ADVICE,
        /** The line tells of progress or is a warning. */
        NOISE,
        /** A link of the chain begins. */
        LINK,
        /** No fact, though its words could be taken for one. */
        NOTHING
    }

    /** Where the object of a condition stands, as seen from the condition. */
    enum Binding {
        BEFORE,
        AFTER,
        /** In the link around it, as with the texts of the operating system's errors. */
        OUTER
    }

    static final int SYMPTOM = 1;
    static final int CAUSE = 2;

    /** How much a cause tells with its object in the phrase or beside it. */
    static final int CERTAIN = 2 * CAUSE + 1;

    boolean isNoun() {
        return role == Role.FACT && condition == null && object != null;
    }

    /** Whether it tells by itself what a fault is about, though not what is wrong. */
    boolean isSubject() {
        return isNoun() && weight > CAUSE;
    }

    /** @param withObject whether the object stands in the phrase or beside it */
    int telling(boolean withObject) {
        return isSubject() ? weight : weight * 2 + (withObject && binding != Binding.OUTER ? 1 : 0);
    }

    boolean isCondition() {
        return role == Role.FACT && condition != null;
    }
}
