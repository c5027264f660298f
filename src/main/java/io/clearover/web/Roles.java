package io.clearover.web;

import java.util.List;

/** The declared roles, least first. Who has one has the lower ones too: the user registry puts them in all of the groups. */
public final class Roles {

    /** Sees VMs, jobs and explanations. */
    public static final String VIEWER = "viewer";

    /** Also starts failovers and rollbacks. */
    public static final String OPERATOR = "operator";

    /** Also sees technical details. */
    public static final String ADMIN = "admin";

    private static final List<String> RANKS = List.of(VIEWER, OPERATOR, ADMIN);

    private Roles() {}

    /**
     * A role with the lower ones, least first.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static List<String> upTo(String role) {
        int rank = RANKS.indexOf(role);
        if (rank < 0) {
            throw new IllegalArgumentException("\"%s\" is none of %s".formatted(role, String.join(", ", RANKS)));
        }
        return RANKS.subList(0, rank + 1);
    }
}
