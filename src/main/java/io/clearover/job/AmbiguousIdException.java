package io.clearover.job;

import java.util.List;

/** Several VMs have such a name, or jobs of several VMs such an id: a request has to say which is meant. */
public class AmbiguousIdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient List<Match> matches;

    /** What was named. */
    public enum Kind {
        /** A job, by its external id. */
        JOB,
        /** A VM, by its name. */
        VM
    }

    /**
     * One VM that can be meant.
     *
     * @param contextId null if it is not known, as the next
     * @param vcenterHost null where it makes no difference
     */
    public record Match(String contextId, String vmName, String vcenterHost) {}

    /** @param matches the VMs that can be meant, two or more */
    public AmbiguousIdException(Kind kind, List<Match> matches) {
        super("ambiguous id or name of a " + kind);
        this.kind = kind;
        this.matches = List.copyOf(matches);
    }

    public Kind kind() {
        return kind;
    }

    /** The VMs that can be meant, in no order that matters. */
    public List<Match> matches() {
        return matches;
    }
}
