package io.clearover.explain.facts;

import java.util.Set;

/**
 * The facts that a text must tell for something to be said of it. Immutable.
 *
 * @param side where the fault must be
 * @param object what it must be about
 * @param condition what must be wrong with it
 */
public record FactNeeds(Need<Side> side, Need<FaultObject> object, Need<Condition> condition) {

    /** Nothing is needed, and nothing contradicts. */
    public static final FactNeeds NONE = new FactNeeds(Need.anything(), Need.anything(), Need.anything());

    /**
     * What one fact must be.
     *
     * @param values one of these
     * @param orUnknown whether the text may as well not tell it, or must not, if there are no values
     */
    public record Need<E extends Enum<E>>(Set<E> values, boolean orUnknown) {

        public Need {
            values = Set.copyOf(values);
        }

        /** It may be anything, or unknown: no values, and not unknown in particular. */
        public static <E extends Enum<E>> Need<E> anything() {
            return new Need<E>(Set.of(), false);
        }

        private boolean isMetBy(E fact) {
            boolean isFree = values.isEmpty() && !orUnknown;
            return isFree || (fact == null ? orUnknown : values.contains(fact));
        }
    }

    /** Whether the facts are what is needed. */
    public boolean areMetBy(Facts facts) {
        return side.isMetBy(facts.side()) && object.isMetBy(facts.object()) && condition.isMetBy(facts.condition());
    }
}
