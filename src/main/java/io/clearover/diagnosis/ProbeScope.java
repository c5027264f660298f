package io.clearover.diagnosis;

import io.clearover.explain.Explanation;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a probe speaks of.
 *
 * @param side that it asks, or whose record it reads
 * @param object what its own finding is about
 * @param objects all that it looks at, that one too
 * @param sees what it would find wrong with them: of other conditions its silence says nothing
 */
public record ProbeScope(Side side, FaultObject object, Set<FaultObject> objects, Set<Condition> sees) {

    /** What can keep a system from being asked at all. */
    private static final Set<Condition> NO_ANSWER = EnumSet.of(
            Condition.UNREACHABLE,
            Condition.TIMED_OUT,
            Condition.SIGN_IN_FAILED,
            Condition.EXPIRED,
            Condition.NOT_TRUSTED,
            Condition.INVALID,
            Condition.MISSING,
            Condition.WRONG_STATE,
            Condition.FAILED_INSIDE);

    /** @param also other objects that it looks at */
    static ProbeScope of(Side side, FaultObject object, Set<FaultObject> also, Condition... sees) {
        Set<FaultObject> objects = EnumSet.of(object);
        objects.addAll(also);
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        conditions.addAll(Arrays.asList(sees));
        return new ProbeScope(side, object, objects, conditions);
    }

    /** One that looks at a single object. */
    static ProbeScope of(Side side, FaultObject object, Condition... sees) {
        return of(side, object, Set.of(), sees);
    }

    /** Whether a system answers at all, to who asks it. */
    static ProbeScope ofService(Side side) {
        Condition[] sees = NO_ANSWER.toArray(Condition[]::new);
        return of(side, FaultObject.SERVICE, EnumSet.of(FaultObject.CREDENTIALS, FaultObject.CERTIFICATE), sees);
    }

    /**
     * Whether it looks at what a failure is about: at its object, on its side or where the side is not known. A service at the
     * appliance may be the door to the one behind it: the source is reached through a tunnel.
     */
    boolean isAbout(Explanation why) {
        boolean isDoor = why.object() == FaultObject.SERVICE && why.side() == Side.APPLIANCE;
        return why.object() != null && objects.contains(why.object()) && (isOn(why.side()) || isDoor);
    }

    /** Whether what it finds, or doesn't, tells if that failure's cause is still there. */
    boolean decidesOn(Explanation why) {
        return isAbout(why) && why.condition() != null && sees.contains(why.condition());
    }

    /** Whether it asks that side; a link has two ends, and an unknown side may be any. */
    boolean isOn(Side where) {
        boolean isEnd = where == Side.LINK && side != Side.APPLIANCE;
        return where == null || where == side || isEnd;
    }
}
